package org.gan4j.experiments.run.divergence;

import java.util.Optional;
import java.util.OptionalLong;
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
        say.accept(noticed + "; a replay from " + from() + " finds where it began");
        return noticed + origin(run.step()).map(sentence -> "; " + sentence).orElse("")
                + ".\nA replay begins at " + from() + ": gan explain "
                + checkpoints.folder().path();
    }

    private Optional<String> origin(long end) {
        try {
            return new DivergenceReplay(checkpoints, one -> {}, stop)
                    .replay(end)
                    .map(ReplayedSteps::sentence);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.warn("where the run diverged was not found: {}", e.getMessage());
            LOG.debug("The stack trace:", e);
            return Optional.empty();
        }
    }

    private String from() {
        OptionalLong step = checkpoints.folder().latestCheckpoint();
        return step.isPresent() ? "the last sound checkpoint, that of step " + step.getAsLong() : "the first step";
    }
}
