package org.gan4j.experiments.reproduce;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.command.Context;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.api.run.Experiment;
import org.gan4j.api.run.Outcome;
import org.gan4j.api.run.Status;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.store.RunFolder;

/**
 * What a user asks of a reproduction besides its own keys.
 *
 * @param runner   trains and opens
 * @param runs     finished runs to look at; none to train now
 * @param seeds    train this many, with the seeds 1, 2, …; 0 leaves the seed to the settings
 * @param settings {@code key=value} of the experiment to train
 * @param out      folder for files
 */
public record ReproductionRequest(
        LocalRunner runner, List<RunFolder> runs, int seeds, List<String> settings, Path out) {
    public ReproductionRequest {
        runs = List.copyOf(runs);
        settings = List.copyOf(settings);
    }

    /** One run as it comes, files into the present folder. */
    static ReproductionRequest ofNothing(Context context) {
        return new ReproductionRequest(LocalRunner.of(context), List.of(), 0, List.of(), Path.of(""));
    }

    /** The experiments to train, one a seed. */
    public List<Experiment> experiments(String recipe) {
        List<String> all = new ArrayList<>(settings);
        if (seeds > 0) {
            if (settings.stream().anyMatch(setting -> setting.startsWith("seed="))) {
                throw new InvalidInput("--seeds " + seeds, "is given with seed=…; one of them says which seeds");
            }
            all.add("seed=range(1," + (seeds + 1) + ")");
        }
        return runner.resolve(recipe, all.toArray(String[]::new));
    }

    /**
     * The runs that are named, or the given experiments, trained now.
     *
     * @throws WorkFailed if one of those did not come to its end
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

    /** The folder of a run that ended as it should. */
    public static RunFolder finished(Outcome outcome) {
        if (outcome.status() != Status.FINISHED) {
            throw new WorkFailed(
                    "the run " + outcome.folder() + " ended as " + outcome.status() + ": " + outcome.reason());
        }
        return RunFolder.open(outcome.folder());
    }

    /** Refuses runs together with what only training could use. */
    public void requireRunsAlone() {
        if (!runs.isEmpty() && (seeds > 0 || !settings.isEmpty())) {
            throw new InvalidInput(
                    "--run " + runs.get(0).path(),
                    "a finished run is looked at as it is; without --run, "
                            + (seeds > 0 ? "--seeds " + seeds : String.join(" ", settings)) + " would train a new one");
        }
    }
}
