package org.gan4j.experiments.run.divergence;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.gan4j.api.run.Run;
import org.gan4j.api.run.UpdateInspection;
import org.gan4j.experiments.run.checkpoint.Checkpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes why a run diverged: what was noticed, where it began, which checkpoint is from before, and the command that shows more.
 * The first line says where it began.
 */
public record DivergenceReason(Checkpoints checkpoints, Consumer<String> say, BooleanSupplier stop) {
    private static final Logger LOG = LoggerFactory.getLogger(DivergenceReason.class);

    /**
     * Writes the reason of a run, which stays as it is.
     *
     * @param noticed a clause that says what was not finite
     */
    public String of(String noticed, Run run) {
        if (run.capability(UpdateInspection.class).isEmpty() || stop.getAsBoolean()) {
            return noticed;
        }
        say.accept(noticed + "; a replay finds where it began");
        return noticed + replayed(run.step()).map(DivergenceReason::origin).orElse(".") + "\nTo see more: gan explain "
                + checkpoints.folder().path();
    }

    private static String origin(ReplayedSteps steps) {
        return "; " + steps.sentence() + ".\nA replay begins at "
                + (steps.from() == 0 ? "the first step" : "the checkpoint of step " + steps.from()) + ".";
    }

    private Optional<ReplayedSteps> replayed(long end) {
        try {
            return new DivergenceReplay(checkpoints, one -> {}, stop).replay(end);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.warn("where the run diverged was not found: {}", e.getMessage());
            LOG.debug("The stack trace:", e);
            return Optional.empty();
        }
    }
}
