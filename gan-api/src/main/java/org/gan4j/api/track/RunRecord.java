package org.gan4j.api.track;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.metric.MetricInfo;
import org.jspecify.annotations.Nullable;

/**
 * The provenance of a run: everything needed to say how a number was made, and to make it again. Immutable; stored as
 * {@code run.json}.
 *
 * @param uid        unique id of the run
 * @param parent     uid of the comparison that it belongs to, or empty
 * @param kind       {@code run} or {@code comparison}
 * @param experiment name of the experiment, after its recipe
 * @param name       name of the run within it, such as {@code minimax-seed1}
 * @param hash       SHA-256 of the resolved experiment
 * @param settings   the resolved experiment, flat and sorted
 * @param parts the experiment's parts
 * @param data the data that was imitated
 * @param plugins the plug-ins that were available
 * @param versions   of gan4j, Java, the operating system and the libraries that matter
 * @param commit     git commit of the working folder, or empty
 * @param device the device it ran on
 * @param seed       the run's one seed
 * @param started    milliseconds since 1970
 * @param metrics descriptions of its metrics; a report shows them without the plug-ins
 */
public record RunRecord(
        String uid,
        String parent,
        String kind,
        String experiment,
        String name,
        String hash,
        SortedMap<String, String> settings,
        List<PartRecord> parts,
        DataRecord data,
        List<PluginRecord> plugins,
        Map<String, String> versions,
        String commit,
        String device,
        long seed,
        long started,
        List<MetricInfo> metrics) {
    /**
     * One part of the experiment.
     *
     * @param key    its key, such as {@code loss}
     * @param name   its name, or empty where a module bound it
     * @param type   its class
     * @param module the module that bound it with {@code --module}, or empty
     * @param jar    SHA-256 of the jar that the class came from, or empty
     */
    public record PartRecord(String key, String name, String type, String module, String jar) {}

    /**
     * The data set.
     *
     * @param name   as in the experiment
     * @param digest SHA-256 over a finite set's content; of a sampler, over its description
     * @param shape  of one example
     * @param classes the number of classes of a finite set; null in records of earlier versions
     */
    public record DataRecord(
            String name,
            String digest,
            String shape,
            @Nullable Integer classes) {
        private static final Pattern SIZES = Pattern.compile("\\[((?:\\d{1,9}(?:×\\d{1,9})*)?)]");

        /** Returns the shape of one example; empty where the record has none. */
        public Optional<Shape> example() {
            Matcher sizes = SIZES.matcher(shape);
            return sizes.matches()
                    ? Optional.of(new Shape(
                            sizes.group(1).isEmpty()
                                    ? List.of()
                                    : Arrays.stream(sizes.group(1).split("×"))
                                            .map(Integer::valueOf)
                                            .toList()))
                    : Optional.empty();
        }
    }

    public RunRecord {
        // Records of earlier versions lack these.
        metrics = metrics == null ? List.of() : List.copyOf(metrics);
        data = data == null ? new DataRecord("", "", "", null) : data;
    }

    /** Returns the record of the same run with another budget. */
    public RunRecord trainedOn(String otherHash, SortedMap<String, String> otherSettings) {
        return new RunRecord(
                uid,
                parent,
                kind,
                experiment,
                name,
                otherHash,
                otherSettings,
                parts,
                data,
                plugins,
                versions,
                commit,
                device,
                seed,
                started,
                metrics);
    }

    /** One plug-in: its module class, version and jar. */
    public record PluginRecord(String id, String version, String jar, String sha256) {}
}
