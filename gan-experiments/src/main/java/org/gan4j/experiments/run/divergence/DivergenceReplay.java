package org.gan4j.experiments.run.divergence;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.run.Run;
import org.gan4j.api.run.UpdateInspection;
import org.gan4j.api.run.UpdateValue;
import org.gan4j.experiments.run.checkpoint.Checkpoints;
import org.gan4j.experiments.run.checkpoint.PretrainedWeights;

/**
 * Trains a diverged run again from its newest sound checkpoint whose slots and kept values are finite too. Draws depend on seed and step alone, so the replay computes what
 * the run computed. It has sessions of its own, and the diverged run stays as it is.
 *
 * @param checkpoints those of the diverged run
 * @param say         receives sentences for the user
 * @param stop        whether to give up
 */
public record DivergenceReplay(Checkpoints checkpoints, Consumer<String> say, BooleanSupplier stop) {
    /** Steps shown before the one at which it began. */
    private static final int BEFORE = 3;

    /**
     * Replays a run: once to find the step, and once more to inspect the steps around it.
     *
     * @param end the step at which the run was found to have diverged
     * @return the last steps, up to the first with a value that is not finite; empty if it was told to stop
     * @throws org.gan4j.api.problem.InvalidInput if the backend cannot inspect updates
     */
    public Optional<ReplayedSteps> replay(long end) {
        Beginning beginning = beginning();
        long noticed = noticed(beginning.run(), end);
        Optional<ReplayedSteps> steps = inspect(beginning, noticed - 1 - BEFORE, noticed);
        // A weight can be infinite long before an objective shows it.
        boolean beganEarlier = steps.filter(found -> found.values().size() == 1 && found.last() > found.from() + 1)
                .isPresent();
        return beganEarlier ? inspect(beginning, 0, noticed) : steps;
    }

    /** Returns the first step whose training signals are not finite, or the last step. */
    private long noticed(Run first, long end) {
        try (Run run = first) {
            boolean finite = true;
            while (finite && run.step() < end && !stop.getAsBoolean()) {
                finite = run.advance(1).values().stream().allMatch(Double::isFinite);
            }
            return run.step();
        }
    }

    /** Inspects steps until a value is not finite, and keeps the last of them. */
    private Optional<ReplayedSteps> inspect(Beginning beginning, long after, long last) {
        try (Run run = opened(beginning.preparation())) {
            UpdateInspection inspection = run.require(UpdateInspection.class);
            long from = run.step();
            if (after > from) {
                run.advance(after - from);
            }
            TreeMap<Long, List<UpdateValue>> values = new TreeMap<>();
            boolean finite = true;
            while (finite && run.step() < last && !stop.getAsBoolean()) {
                List<UpdateValue> step = inspection.inspectStep();
                finite = ReplayedSteps.firstNonFinite(step).isEmpty();
                values.put(run.step(), step);
                if (values.size() > BEFORE + 1) {
                    values.pollFirstEntry();
                }
            }
            return stop.getAsBoolean() || values.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ReplayedSteps(from, values));
        }
    }

    /**
     * Where all replays of a run begin.
     *
     * @param run         one that stands there
     * @param preparation brings a fresh one there
     */
    private record Beginning(Run run, Consumer<Run> preparation) {}

    /** Returns the newest checkpoint from which it can be told where it began, or the beginning of the run where there is none. */
    private Beginning beginning() {
        for (long step : checkpoints.folder().checkpointSteps()) {
            if (checkpoints.isSound(step)) {
                Consumer<Run> restoring = fresh -> checkpoints.restore(fresh, step);
                Run run = opened(restoring);
                if (run.isFinite()) {
                    return new Beginning(run, restoring);
                }
                run.close();
            }
        }
        Consumer<Run> bringing = fresh -> PretrainedWeights.bring(checkpoints.experiment(), fresh, say);
        return new Beginning(opened(bringing), bringing);
    }

    private Run opened(Consumer<Run> prepare) {
        Experiment experiment = checkpoints.experiment();
        Run run = experiment.parts().backend().value().open(experiment);
        try {
            prepare.accept(run);
            return run;
        } catch (RuntimeException e) {
            run.close();
            throw e;
        }
    }
}
