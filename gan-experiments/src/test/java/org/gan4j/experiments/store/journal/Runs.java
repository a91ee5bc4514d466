package org.gan4j.experiments.store.journal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.track.RunRecord;

/** Records of runs, for tests. */
public final class Runs {
    private Runs() {}

    /** A run that belongs to no comparison. */
    public static RunRecord run(String uid) {
        return child(uid, "");
    }

    public static RunRecord child(String uid, String parent) {
        return run(uid, parent, List.of());
    }

    /** A run with metrics of these names. */
    public static RunRecord measuring(String uid, String... metrics) {
        return run(
                uid,
                "",
                Stream.of(metrics)
                        .map(name -> new MetricInfo(name, name, "A number.", "", MetricInfo.Aim.HIGHER, false))
                        .toList());
    }

    private static RunRecord run(String uid, String parent, List<MetricInfo> metrics) {
        return new RunRecord(
                uid,
                parent,
                "run",
                "ring",
                "minimax-" + uid,
                "0123abcd",
                new TreeMap<>(Map.of("loss", "minimax", "seed", "1", "prior.size", "16")),
                List.of(
                        new RunRecord.PartRecord("loss", "minimax", "org.gan4j.losses.Minimax", "", ""),
                        new RunRecord.PartRecord("probes.minimax", "minimax", "org.gan4j.losses.Minimax", "", ""),
                        new RunRecord.PartRecord("probes.mine", "mine", "example.Mine", "", "ffee"),
                        new RunRecord.PartRecord(
                                "probes.blend(share=0.1)", "blend(share=0.1)", "org.gan4j.losses.Blend", "", ""),
                        new RunRecord.PartRecord("prior", "", "example.Triangular", "example.Swap", "ffee")),
                new RunRecord.DataRecord("ring", "d1ce", "[2]", 0),
                List.of(new RunRecord.PluginRecord("example.Module", "1.2", "example.jar", "ffee")),
                Map.of("java", "17", "gan4j", "0.1"),
                "c0ffee",
                "cpu",
                1,
                1_700_000_000_000L,
                metrics);
    }

    public static RunRecord comparison(String uid) {
        return new RunRecord(
                uid,
                "",
                "comparison",
                "ring",
                "compare-" + uid,
                "4567",
                new TreeMap<>(Map.of("loss", "minimax,non-saturating")),
                List.of(),
                new RunRecord.DataRecord("ring", "d1ce", "[2]", 0),
                List.of(),
                Map.of(),
                "c0ffee",
                "cpu",
                0,
                1_700_000_000_000L,
                List.of());
    }
}
