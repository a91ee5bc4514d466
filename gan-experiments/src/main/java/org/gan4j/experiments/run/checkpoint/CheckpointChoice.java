package org.gan4j.experiments.run.checkpoint;

import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.store.RunFolder;

/** The checkpoint that a user asks for with {@code --step}: {@value #NEWEST}, {@value #BEST}, or the number of a step. */
public final class CheckpointChoice {
    /** The newest checkpoint that is sound. */
    public static final String NEWEST = "newest";

    /** The explanation of the option. */
    public static final String HELP =
            "checkpoint to use: the number of its step, newest (the newest that is sound) or best (that of the"
                    + " best evaluation, for a run with checkpoint.best)";

    private static final String BEST = "best";

    /** The former name of {@link #NEWEST}. */
    private static final String FORMER = "-1";

    private static final Pattern STEP = Pattern.compile("\\d{1,18}");

    private CheckpointChoice() {}

    /**
     * Returns the step that is asked for; empty for the newest sound checkpoint.
     *
     * @throws InvalidInput if this is no choice, or the run has kept no best checkpoint
     */
    public static OptionalLong step(String choice, RunFolder folder, Experiment experiment) {
        if (choice.equals(NEWEST) || choice.equals(FORMER)) {
            return OptionalLong.empty();
        }
        if (choice.equals(BEST)) {
            return OptionalLong.of(best(folder, experiment));
        }
        if (!STEP.matcher(choice).matches()) {
            throw new InvalidInput(
                    "--step " + choice,
                    "is not a checkpoint; expected the number of a step, " + NEWEST + " or " + BEST);
        }
        return OptionalLong.of(Long.parseLong(choice));
    }

    private static long best(RunFolder folder, Experiment experiment) {
        return NotableSteps.of(experiment, folder.metrics(), Long.MAX_VALUE)
                .best()
                .orElseThrow(() -> new InvalidInput(
                        "--step " + BEST,
                        folder.path() + " kept no best checkpoint; a run keeps one that was begun with"
                                + " checkpoint.best=METRIC"));
    }
}
