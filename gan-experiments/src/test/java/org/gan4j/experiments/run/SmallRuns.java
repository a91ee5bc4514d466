package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.JournalEntry;
import org.gan4j.experiments.store.journal.JournalEvent;
import org.gan4j.experiments.store.journal.JournalReader;
import org.gan4j.experiments.store.signal.RunSignals;
import org.gan4j.registry.Extensions;

/** Runs of the fake backend that write something of everything a run writes, and what two of them must have in common. */
public record SmallRuns(Path home) {
    static LocalRunner runner() {
        return Extensions.onClassPath().instance(LocalRunner.class).reportingTo(Progress.none());
    }

    /** Seven steps with looks, reports and checkpoints; {@code checkpoint.keep} drops two of the four. Reports fall
     * between checkpoints. */
    List<Experiment> experiments(String... settings) {
        Map<String, String> all = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(
                                "backend=fake",
                                "metrics=[]",
                                "steps=7",
                                "eval.every=3",
                                "report.every=3",
                                "checkpoint.every=2",
                                "runs=" + home),
                        Stream.of(settings))
                .forEach(setting -> all.put(setting.replaceFirst("=.*", ""), setting));
        return runner().resolve("gaussian-1d", all.values().toArray(String[]::new));
    }

    Experiment experiment() {
        return experiments().get(0);
    }

    /** Returns the runs and comparisons that are known. */
    List<RunFolder> known() {
        return RunFolder.below(home);
    }

    /** Returns every path below, without the time that folders are named after. */
    TreeSet<String> paths() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.map(path -> home.relativize(path).toString().replaceAll("-\\d{8}-\\d{6}(-\\d+)?", ""))
                    .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
        }
    }

    /** Returns what a run's journal says: values that are no times, and artifacts; each once. */
    static List<String> records(RunFolder run) {
        List<String> records = new ArrayList<>();
        for (JournalEvent event : events(run)) {
            if (event instanceof JournalEvent.Measured measured) {
                measured.values().forEach((name, value) -> {
                    if (!RunSignals.isTime(name) && !name.startsWith("system/")) {
                        records.add(measured.step() + " " + name + " " + value);
                    }
                });
            } else if (event instanceof JournalEvent.Artifact artifact) {
                records.add(artifact.step() + " " + artifact.name());
            }
        }
        assertThat(records).doesNotHaveDuplicates();
        return records.stream().sorted().toList();
    }

    /** Between two endings the run was begun again. */
    static void assertThatItEndsOnceEachTimeItIsBegun(RunFolder run) {
        boolean open = false;
        for (JournalEvent event : events(run)) {
            if (event instanceof JournalEvent.Begun) {
                open = true;
            } else if (event instanceof JournalEvent.Ended) {
                assertThat(open).as("%s ends twice", run.path()).isTrue();
                open = false;
            }
        }
        assertThat(open).as("%s does not end", run.path()).isFalse();
    }

    private static List<JournalEvent> events(RunFolder run) {
        List<JournalEvent> events = new ArrayList<>();
        JournalReader reader = JournalReader.open(run.path());
        try {
            for (Optional<JournalEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
                events.add(entry.get().event());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(reader.damage()).isEmpty();
        return events;
    }
}
