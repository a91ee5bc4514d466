package org.gan4j.experiments.run.divergence;

import java.util.Map;
import java.util.OptionalLong;
import org.gan4j.api.experiment.OnNan;
import org.gan4j.api.run.Rollback;
import org.gan4j.api.run.Run;
import org.gan4j.experiments.run.checkpoint.Checkpoints;
import org.gan4j.experiments.store.MetricSeries;
import org.gan4j.experiments.store.signal.RunSignals;

/**
 * The rollbacks of a run with {@code on-nan=rollback}. Each goes to a checkpoint that {@code checkpoint.every} asks for: whether
 * the run was interrupted, and where, makes no difference. Used by the run's thread.
 */
public final class Rollbacks {
    private final Checkpoints checkpoints;
    private long made;

    private Rollbacks(Checkpoints checkpoints, long made) {
        this.checkpoints = checkpoints;
        this.made = made;
    }

    /**
     * The rollbacks of a run as they stood after a step.
     *
     * @param metrics what the run has measured so far; empty for a new run
     * @param step    the last that counts
     */
    public static Rollbacks of(Checkpoints checkpoints, Map<String, MetricSeries> metrics, long step) {
        MetricSeries counts = metrics.get(RunSignals.ROLLBACKS);
        long made = 0;
        for (int i = 0; counts != null && i < counts.size() && counts.steps()[i] <= step; i++) {
            made = (long) counts.values()[i];
        }
        return new Rollbacks(checkpoints, made);
    }

    /** Returns whether the experiment asks for rollbacks. */
    public boolean areAsked() {
        return checkpoints.experiment().onNan() == OnNan.ROLLBACK;
    }

    /** Returns how many were made. */
    public long made() {
        return made;
    }

    /**
     * Takes the nets back.
     *
     * @return the step of the checkpoint; empty if no rollback is asked for, all are made, or there is no sound checkpoint
     * @throws org.gan4j.api.problem.InvalidInput if the backend cannot do it
     */
    public OptionalLong back(Run run) {
        if (!areAsked() || made == OnNan.MOST) {
            return OptionalLong.empty();
        }
        OptionalLong step = checkpoints.regular(run.step());
        step.ifPresent(sound -> {
            run.require(Rollback.class).rollBack(checkpoints.folder().checkpoint(sound));
            made++;
        });
        return step;
    }
}
