package org.gan4j.experiments.reproduce;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.registry.Extensions;

/**
 * A user's request to a reproduction, besides its own keys.
 *
 * @param extensions the parts that are available
 * @param runner     trains and opens
 * @param runs       finished runs to look at; empty to train now
 * @param seeds      train this many, with the seeds 1, 2, …; 0 leaves the seed to the settings
 * @param settings   {@code key=value} of the experiment to train
 * @param out        folder for files
 * @param progress   takes a line now and then while it works
 */
public record ReproductionRequest(
        Extensions extensions,
        LocalRunner runner,
        List<RunFolder> runs,
        int seeds,
        List<String> settings,
        Path out,
        Consumer<String> progress) {
    public ReproductionRequest {
        runs = List.copyOf(runs);
        settings = List.copyOf(settings);
    }

    /** Returns the request for one default run with these settings, which writes its files into a folder. */
    public static ReproductionRequest of(Extensions extensions, Path out, String... settings) {
        LocalRunner runner = extensions.instance(LocalRunner.class);
        return new ReproductionRequest(extensions, runner, List.of(), 0, List.of(settings), out, line -> {});
    }

    /** Returns the same request with more settings for what is trained; unchanged where finished runs are named. */
    public ReproductionRequest with(String... more) {
        return runs.isEmpty()
                ? new ReproductionRequest(
                        extensions,
                        runner,
                        runs,
                        seeds,
                        Stream.concat(settings.stream(), Stream.of(more)).toList(),
                        out,
                        progress)
                : this;
    }

    /** Returns the experiments to train, one a seed. */
    public List<Experiment> experiments(String recipe) {
        List<String> all = new ArrayList<>(settings);
        if (seeds > 0) {
            if (settings.stream().anyMatch(setting -> setting.startsWith("seed="))) {
                throw new InvalidInput("--seeds " + seeds, "is given with seed=…; give one of them");
            }
            all.add("seed=range(1," + (seeds + 1) + ")");
        }
        return runner.resolve(recipe, all.toArray(String[]::new));
    }

    /**
     * Returns the experiments to train; none where finished runs are named.
     *
     * @throws InvalidInput if runs are named together with what only training could use
     */
    public List<Experiment> experimentsWithoutRuns(String recipe) {
        if (runs.isEmpty()) {
            return experiments(recipe);
        }
        if (seeds > 0 || !settings.isEmpty()) {
            throw new InvalidInput(
                    "--run " + runs.get(0).path(),
                    "a finished run is looked at as it is; without --run, "
                            + (seeds > 0 ? "--seeds " + seeds : String.join(" ", settings)) + " would train a new one");
        }
        return List.of();
    }

    /** Refuses finished runs, for a given reason. */
    public void refuseRuns(String reason) {
        if (!runs.isEmpty()) {
            throw new InvalidInput("--run " + runs.get(0).path(), reason);
        }
    }

    /**
     * Returns the runs that are named, or those of the given experiments, trained now.
     *
     * @throws WorkFailed if one of those did not finish
     */
    public List<RunFolder> finished(List<Experiment> experiments) {
        if (!runs.isEmpty()) {
            return runs;
        }
        List<Outcome> outcomes = experiments.size() == 1
                ? List.of(runner.run(experiments.get(0)))
                : runner.compare(experiments).outcomes();
        return outcomes.stream().map(ReproductionRequest::finished).toList();
    }

    /** Returns the folder of a run that finished. */
    public static RunFolder finished(Outcome outcome) {
        if (outcome.status() != Status.FINISHED) {
            throw new WorkFailed(
                    "the run " + outcome.folder() + " ended as " + outcome.status() + ": " + outcome.reason());
        }
        return RunFolder.open(outcome.folder());
    }
}
