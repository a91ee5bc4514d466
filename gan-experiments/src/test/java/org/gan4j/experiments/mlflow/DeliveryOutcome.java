package org.gan4j.experiments.mlflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.track.RunRecord;
import org.gan4j.experiments.store.journal.JournalEntry;
import org.gan4j.experiments.store.journal.JournalEvent;
import org.gan4j.experiments.store.journal.JournalReader;
import org.gan4j.experiments.store.model.ModelFolder;
import org.gan4j.experiments.tracking.DeliveryReport;

/**
 * Compares the server's state after a trial with the journal's.
 *
 * @param emptied     how often the server lost all it had
 * @param early       records that were delivered before the sync
 * @param missing     points of the journal that the server lacks
 * @param surplus     points of the server that the journal lacks
 * @param differences in all but points: run, parent, parameters, tags, status, files
 */
record DeliveryOutcome(
        long seed,
        int lives,
        int emptied,
        int records,
        int points,
        long early,
        int requests,
        Map<FakeMlflow.Fault, Integer> faults,
        int missing,
        int surplus,
        Set<String> differences) {

    static DeliveryOutcome of(
            long seed,
            int lives,
            int emptied,
            Map<FakeMlflow.Fault, Integer> faults,
            Path folder,
            RunRecord run,
            FakeStore store,
            DeliveryReport rest)
            throws IOException {
        Expected expected = Expected.read(folder);
        FakeStore.Run there = store.run(run.uid());
        Set<FakeStore.Point> missing = new HashSet<>(expected.points);
        missing.removeAll(there.metrics);
        Set<FakeStore.Point> surplus = new HashSet<>(there.metrics);
        surplus.removeAll(expected.points);
        Set<String> differences = new TreeSet<>();
        if (!rest.isComplete()) {
            differences.add(rest.toString());
        }
        compare("params", new TreeMap<>(Description.params(run)), there.params, differences);
        compare("nonFinite", expected.nonFinite, there.tags.get("gan4j.nonFinite"), differences);
        compare("status", expected.status, there.tags.get("gan4j.status"), differences);
        compare("end", expected.end, there.end, differences);
        String parent = run.parent().isEmpty() ? null : store.run(run.parent()).id;
        compare("parent", parent, there.tags.get("mlflow.parentRunId"), differences);
        Map<String, String> files = new TreeMap<>();
        store.artifacts.forEach((name, bytes) -> {
            // What the image grid shows is made from the files.
            if (!name.contains("/artifacts/images/") && !name.startsWith("1/models/")) {
                files.put(name, new String(bytes, StandardCharsets.UTF_8));
            }
        });
        Map<String, String> own = new TreeMap<>();
        expected.files.forEach((name, text) -> own.put("1/" + there.id + "/artifacts/" + name, text));
        compare("files", own, files, differences);
        models(expected.model, there, store, differences);
        return new DeliveryOutcome(
                seed,
                lives,
                emptied,
                expected.records,
                expected.points.size(),
                expected.records - rest.sent(),
                store.requests.size(),
                Map.copyOf(faults),
                missing.size(),
                surplus.size(),
                differences);
    }

    /** The newest generator is there once, complete, and every model is ready and linked once. */
    private static void models(Map<String, String> model, FakeStore.Run run, FakeStore store, Set<String> differences) {
        Map<String, String> uuids = new TreeMap<>();
        Map<String, String> linked = new TreeMap<>();
        for (FakeModels.Model each : store.models.models.values()) {
            String uuid = "model_uuid: " + each.tags.get("gan4j.model") + "\n";
            compare("only one " + uuid, null, uuids.put(uuid, each.id), differences);
            compare(each.id, "LOGGED_MODEL_READY", each.status, differences);
            linked.put(run.id + " " + each.id, "");
        }
        compare("links", linked.keySet(), new TreeSet<>(store.models.links.keySet()), differences);
        String newest = model.getOrDefault("MLmodel", "");
        String id = uuids.entrySet().stream()
                .filter(each -> newest.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("none");
        model.forEach((name, text) -> {
            byte[] there = store.artifacts.getOrDefault("1/models/" + id + "/artifacts/" + name, new byte[0]);
            String own = name.equals("MLmodel") ? text + "model_id: " + id + "\nrun_id: " + run.id + "\n" : text;
            compare(name, own, new String(there, StandardCharsets.UTF_8), differences);
        });
    }

    private static void compare(String what, Object journal, Object server, Set<String> differences) {
        if (!String.valueOf(journal).equals(String.valueOf(server))) {
            differences.add(what + ": journal " + journal + ", server " + server);
        }
    }

    boolean isEqual() {
        return missing == 0 && surplus == 0 && differences.isEmpty();
    }

    int faults(FakeMlflow.Fault fault) {
        return faults.getOrDefault(fault, 0);
    }

    /** What the journal says, read for itself. */
    private static final class Expected {
        final Set<FakeStore.Point> points = new HashSet<>();
        final Map<String, String> files = new TreeMap<>();
        final Map<String, String> model = new TreeMap<>();
        int records;
        String nonFinite;
        Status status = Status.RUNNING;
        long end;

        static Expected read(Path folder) throws IOException {
            Expected expected = new Expected();
            JournalReader reader = JournalReader.open(folder);
            for (Optional<JournalEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
                expected.records++;
                expected.add(entry.get().event(), folder);
            }
            return expected;
        }

        private void add(JournalEvent event, Path folder) throws IOException {
            if (event instanceof JournalEvent.Begun) {
                status = Status.RUNNING;
                end = 0;
            } else if (event instanceof JournalEvent.Measured measured) {
                measured.observation().values().forEach((name, value) -> add(name, value, measured));
            } else if (event instanceof JournalEvent.Artifact artifact) {
                boolean part = ModelFolder.isPart(artifact.name());
                (part ? model : files)
                        .put(
                                part ? artifact.name().substring(ModelFolder.PLACE.length()) : artifact.name(),
                                new String(
                                        Files.readAllBytes(folder.resolve(artifact.name())), StandardCharsets.UTF_8));
            } else if (event instanceof JournalEvent.Ended ended) {
                status = ended.status();
                end = ended.millis();
            }
        }

        private void add(String name, double value, JournalEvent.Measured at) {
            if (Double.isFinite(value)) {
                points.add(new FakeStore.Point(name, at.millis(), at.step(), value));
            } else if (nonFinite == null) {
                nonFinite = name + "@" + at.step();
            }
        }
    }
}
