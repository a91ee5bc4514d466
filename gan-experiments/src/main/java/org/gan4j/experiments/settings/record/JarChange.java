package org.gan4j.experiments.settings.record;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.IdentitySettings;
import org.gan4j.api.track.RunRecord;

/** Says in words which part of a run comes from another jar than before. */
final class JarChange {
    private JarChange() {}

    /** The reason why the hash of a run's record differs from that of an experiment with the same settings. */
    static String of(RunRecord record, Experiment experiment) {
        if (record.hash().equals(IdentitySettings.hash(IdentitySettings.of(record.settings())))) {
            return "an earlier build of gan4j recorded it, which did not count the jars of plug-ins in its hash, and "
                    + keys(experiment.jars().keySet()) + " came from one";
        }
        Map<String, String> before = record.parts().stream()
                .collect(Collectors.toMap(RunRecord.PartRecord::key, RunRecord.PartRecord::jar, (one, same) -> one));
        SortedMap<String, String> changed = new TreeMap<>(experiment.jars());
        changed.keySet().retainAll(before.keySet());
        changed.entrySet().removeIf(jar -> jar.getValue().equals(before.get(jar.getKey())));
        if (changed.isEmpty()) {
            // The record has the jars of whole parts; what is left are parts within them.
            SortedMap<String, String> inner = new TreeMap<>(experiment.jars());
            inner.keySet().removeAll(before.keySet());
            return inner.isEmpty()
                    ? "its record has the hash of another experiment"
                    : "the jar of " + keys(inner.keySet()) + " changed since";
        }
        return changed.entrySet().stream()
                .map(jar -> "the jar of " + keys(List.of(jar.getKey())) + " changed since: its SHA-256 was "
                        + before.get(jar.getKey()) + " and is now " + jar.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String keys(Iterable<String> keys) {
        return "'" + String.join("', '", keys) + "'";
    }
}
