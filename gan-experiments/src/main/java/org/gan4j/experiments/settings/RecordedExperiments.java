package org.gan4j.experiments.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.Experiment;
import org.gan4j.api.run.Outcome;
import org.gan4j.api.run.RunRecord;
import org.gan4j.api.run.Status;
import org.gan4j.experiments.store.ComparisonPlan;
import org.gan4j.experiments.store.ComparisonRuns;
import org.gan4j.experiments.store.RunFolder;

/** Experiments that were written down, built again and proven to be the same. */
public record RecordedExperiments(Resolver resolver) {
    /** Those that {@link ComparisonPlan#write} left in a folder, in order. */
    public List<Experiment> experiments(Path folder) {
        return ComparisonPlan.read(folder).stream()
                .map(file -> resolver.resolveOne(file.toString(), List.of()))
                .toList();
    }

    /** What a run came to, as its folder tells; killed where it never said. */
    public Outcome outcome(RunFolder folder) {
        Experiment experiment = experiment(folder);
        return folder.ending()
                .map(ending -> new Outcome(
                        experiment,
                        folder.path(),
                        ending.status(),
                        ending.steps(),
                        ending.resumedFrom(),
                        ending.weights(),
                        ending.metrics(),
                        ending.samplesPerSecond(),
                        ending.reason()))
                .orElseGet(() -> new Outcome(
                        experiment, folder.path(), Status.KILLED, 0, 0, "", Map.of(), 0, "it never said how it ended"));
    }

    /**
     * The experiment of a run.
     *
     * @throws InvalidInput if it is not what it was: a module or a part's class is missing or another
     */
    public Experiment experiment(RunFolder folder) {
        RunRecord record = folder.record();
        if (!record.kind().equals("run")) {
            String one = ComparisonRuns.of(folder)
                    .first()
                    .map(run -> ", such as " + run.path())
                    .orElse("");
            throw new InvalidInput(folder.path().toString(), "is a comparison; name one of its runs" + one);
        }
        Experiment experiment = resolver.resolveOne(folder.experimentYaml().toString(), List.of())
                .named(record.experiment());
        if (!experiment.hash().equals(record.hash())) {
            throw new InvalidInput(
                    folder.path().toString(),
                    "this is not the experiment that made the run: " + firstDifference(record, experiment));
        }
        return experiment;
    }

    private static String firstDifference(RunRecord record, Experiment experiment) {
        for (Map.Entry<String, String> setting : record.settings().entrySet()) {
            String now = experiment.settings().get(setting.getKey());
            if (!setting.getValue().equals(now)) {
                return setting.getKey() + " was " + setting.getValue() + " and is now " + now;
            }
        }
        return "it has keys that the run's record lacks";
    }
}
