package org.gan4j.experiments.run;

import org.gan4j.api.experiment.Experiment.Budget;
import org.gan4j.api.experiment.Experiment.Cadence;
import org.gan4j.api.run.Training;

/** The steps that a run may take before something is due: its end, an evaluation, a report, a checkpoint, or a sign of life. */
final class RunClock {
    /** Long enough to cost nothing, short enough to answer a signal. */
    private static final double LONGEST_SECONDS = 0.5;

    private final Budget budget;
    private final Cadence cadence;
    private double seconds;
    private long timedSteps;

    RunClock(Budget budget, Cadence cadence) {
        this.budget = budget;
        this.cadence = cadence;
    }

    void spent(long steps, double secondsSpent) {
        timedSteps += steps;
        seconds += secondsSpent;
    }

    long steps() {
        return timedSteps;
    }

    double seconds() {
        return seconds;
    }

    /** Share of the budget that is spent; 1 or more is the end. */
    double share(Training run) {
        double share = 0;
        if (budget.steps() > 0) {
            share = Math.max(share, run.step() / (double) budget.steps());
        }
        if (budget.epochs() > 0) {
            share = Math.max(share, stepsLeftInEpochs(run) == 0 ? 1 : run.epoch() / budget.epochs());
        }
        if (budget.minutes() > 0) {
            share = Math.max(share, seconds / 60 / budget.minutes());
        }
        return share;
    }

    /** Steps to make in one go, at least 1. */
    long stretch(Training run) {
        long left = Long.MAX_VALUE;
        if (budget.steps() > 0) {
            left = Math.min(left, budget.steps() - run.step());
        }
        if (budget.epochs() > 0) {
            left = Math.min(left, stepsLeftInEpochs(run));
        }
        left = Math.min(left, untilDue(cadence.eval(), run.step()));
        left = Math.min(left, untilDue(cadence.costly(), run.step()));
        left = Math.min(left, untilDue(cadence.report(), run.step()));
        left = Math.min(left, untilDue(cadence.checkpoint(), run.step()));
        long comfortable = timedSteps == 0 ? 1 : (long) Math.ceil(timedSteps / seconds * LONGEST_SECONDS);
        return Math.max(1, Math.min(left, comfortable));
    }

    /** Returns whether the run is at its end, or something is due; which steps these are does not depend on its speed. */
    boolean isBoundary(Training run) {
        return share(run) >= 1
                || due(cadence.eval(), run.step())
                || due(cadence.costly(), run.step())
                || due(cadence.report(), run.step())
                || due(cadence.checkpoint(), run.step());
    }

    /** Returns whether a thing that happens every so many steps is due after this step. */
    static boolean due(long every, long step) {
        return every > 0 && step % every == 0;
    }

    private static long untilDue(long every, long step) {
        return every > 0 ? every - step % every : Long.MAX_VALUE;
    }

    /** Epochs advance by the same amount each step, so the steps that are left follow from those made. */
    private long stepsLeftInEpochs(Training run) {
        if (run.step() == 0) {
            return 1;
        }
        double stepsAnEpoch = run.step() / run.epoch();
        return Math.max(0, Math.round(budget.epochs() * stepsAnEpoch) - run.step());
    }
}
