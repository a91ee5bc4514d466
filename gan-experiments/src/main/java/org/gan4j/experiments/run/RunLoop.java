package org.gan4j.experiments.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gan4j.api.end.EndedRun;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.OnNan;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.api.run.LossProbes;
import org.gan4j.api.run.Run;
import org.gan4j.api.run.WeightDigest;
import org.gan4j.api.track.Observation;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Schedule;
import org.gan4j.experiments.run.alarm.CollapseAlarm;
import org.gan4j.experiments.run.checkpoint.Checkpoints;
import org.gan4j.experiments.run.checkpoint.NotableSteps;
import org.gan4j.experiments.run.checkpoint.Patience;
import org.gan4j.experiments.run.divergence.DivergenceReason;
import org.gan4j.experiments.run.divergence.NonFiniteValues;
import org.gan4j.experiments.run.divergence.Rollbacks;
import org.gan4j.experiments.run.end.FailureReason;
import org.gan4j.experiments.run.end.RunClosing;
import org.gan4j.experiments.run.evaluation.CollapseWatch;
import org.gan4j.experiments.run.evaluation.EvaluationAction;
import org.gan4j.experiments.run.evaluation.MeasuredRun;
import org.gan4j.experiments.run.evaluation.PictureActions;
import org.gan4j.experiments.run.evaluation.RunEvaluation;
import org.gan4j.experiments.store.MetricSeries;
import org.gan4j.experiments.store.RunEnding;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.Journal;
import org.gan4j.experiments.store.signal.RunSignals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run from its first step, or from a checkpoint, to its end: the step loop and what is written down on the way. */
final class RunLoop {
    private static final Logger LOG = LoggerFactory.getLogger(RunLoop.class);

    private final Experiment experiment;
    private final Run run;
    private final RunFolder folder;
    private final String name;
    private final Journal journal;
    private final Progress progress;
    private final RunSession session;
    private final Checkpoints checkpoints;
    private final RunClock clock;
    private final double spentBefore;
    private final MachineLoad machine;
    private final NotableSteps notable;
    private final Rollbacks rollbacks;
    private final NonFiniteValues nonFinite;
    private final List<EvaluationAction> actions;
    private final SignalAverages averages;
    private final SortedMap<String, Double> latest = new TreeMap<>();
    private List<Measurement> measurements = List.of();
    private String reason = "";

    RunLoop(
            ReopenedRun opened,
            Journal journal,
            RunSession session,
            Progress progress,
            Checkpoints checkpoints,
            Consumer<ReopenedRun> watcher) {
        this.experiment = opened.experiment();
        this.run = opened.run();
        this.folder = opened.folder();
        this.name = folder.record().name();
        this.journal = journal;
        this.progress = progress;
        this.session = session;
        this.checkpoints = checkpoints;
        this.averages = new SignalAverages(checkpoints.means(run.step()));
        this.machine = new MachineLoad(folder.path());
        this.clock = new RunClock(experiment.budget(), experiment.cadence());
        this.spentBefore = clock.share(run);
        // A resumed run has values already; those that it does not measure again stay its last.
        SortedMap<String, MetricSeries> measured = folder.metrics();
        measured.forEach((metric, series) -> latest.put(metric, series.values()[series.size() - 1]));
        this.notable = NotableSteps.of(experiment, measured, run.step());
        this.nonFinite = new NonFiniteValues(experiment.onNan());
        this.rollbacks = Rollbacks.of(checkpoints, measured, run.step());
        this.actions = actions(CollapseAlarm.of(measured, run.step(), spentBefore), () -> watcher.accept(opened));
    }

    /** Returns the actions of each evaluation, in this order. The gradients under all probes are taken at the same parameters as the metrics. */
    private List<EvaluationAction> actions(CollapseAlarm alarm, Runnable watcher) {
        MeasuredRun measured = new MeasuredRun(experiment, run);
        List<EvaluationAction> actions = new ArrayList<>(List.<EvaluationAction>of(
                evaluation -> evaluation.add(measured.measure(evaluation.isCostly())),
                evaluation -> run.capability(LossProbes.class).ifPresent(probes -> evaluation.add(probes.probe())),
                evaluation -> evaluation.batch().logits().append(folder.logits(), run.step()),
                new CollapseWatch(alarm, sentence -> progress.say(name + ": " + sentence)),
                evaluation -> record(evaluation.signals(), evaluation.measurements())));
        actions.addAll(PictureActions.of(measured, folder, journal));
        actions.add(evaluation -> watcher.run());
        return List.copyOf(actions);
    }

    /** Trains until the budget is spent, the game diverges, or the process is told to stop. */
    Outcome run() {
        long from = run.step();
        Status status = Status.FAILED;
        try {
            status = steps();
            if (status == Status.DIVERGED) {
                reason = new DivergenceReason(checkpoints, progress::say, session::isToStop).of(nonFinite.first(), run);
            } else if (!nonFinite.areKnown()) {
                save();
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            status = Status.FAILED;
            reason = FailureReason.of(e, folder);
            LOG.debug("The stack trace of the failure of {}:", name, e);
        }
        return end(status, from);
    }

    private Status steps() {
        if (run.step() == 0) {
            evaluate(false);
            if (rollbacks.areAsked()) {
                save();
            }
        }
        while (clock.share(run) < 1) {
            if (session.isToStop()) {
                return stopped();
            }
            Map<String, Double> means = advance(stretch());
            if (nonFinite.areIn(means, run)) {
                // The step at which nets go back must not depend on the speed of the machine.
                if (rollbacks.areAsked() && !clock.isBoundary(run)) {
                    continue;
                }
                if (!goesOn()) {
                    return Status.DIVERGED;
                }
                continue;
            }
            progress.at(name, run.step(), clock.share(run), pace(), means);
            if (RunClock.due(experiment.cadence().report(), run.step())) {
                report();
            }
            if (clock.share(run) >= 1) {
                break;
            }
            boolean costly = RunClock.due(experiment.cadence().costly(), run.step());
            boolean due = costly || RunClock.due(experiment.cadence().eval(), run.step());
            boolean best = due && evaluate(costly);
            if (best || RunClock.due(experiment.cadence().checkpoint(), run.step())) {
                if (!nonFinite.areInState(run)) {
                    save();
                } else if (!goesOn()) {
                    return Status.DIVERGED;
                }
            }
        }
        report();
        if (nonFinite.areInState(run) && !goesOn()) {
            return Status.DIVERGED;
        }
        evaluate(true);
        return Status.FINISHED;
    }

    private Status stopped() {
        reason = "stopped by a signal after step " + run.step();
        if (nonFinite.areInState(run) && rollbacks.areAsked()) {
            // Nothing is saved, so the resumed run meets the value again and goes back as this one would have.
            return Status.KILLED;
        }
        if (nonFinite.areKnown()) {
            report();
            return Status.DIVERGED;
        }
        // The checkpoint keeps the means so far: the resumed run reports them at the step at which this one would have.
        return Status.KILLED;
    }

    /** Returns whether a run with a value that is not finite goes on: with the nets of a checkpoint, if the experiment asks for it. */
    private boolean goesOn() {
        report();
        OptionalLong to = rollbacks.back(run);
        if (to.isEmpty()) {
            return false;
        }
        progress.say(name + ": " + nonFinite.first() + "; its nets are those of step " + to.getAsLong()
                + " again, and training goes on with new draws (rollback " + rollbacks.made() + " of at most "
                + OnNan.MOST + ")");
        nonFinite.forget();
        record(new TreeMap<>(Map.of(RunSignals.ROLLBACKS, (double) rollbacks.made())), List.of());
        // A run that is resumed here has gone back already.
        save();
        return true;
    }

    private Progress.Pace pace() {
        return new Progress.Pace(clock.steps(), clock.share(run) - spentBefore, clock.seconds());
    }

    /** Steps to make in one go; within them nobody joins, so that their means are over all of them. */
    private long stretch() {
        return Math.min(
                clock.stretch(run), experiment.parts().schedule().value().stepsUntilChange(run.step()));
    }

    private Map<String, Double> advance(long steps) {
        long begun = System.nanoTime();
        Map<String, Double> means = run.advance(steps);
        clock.spent(steps, (System.nanoTime() - begun) / 1e9);
        averages.add(means, steps);
        return means;
    }

    private void report() {
        if (!averages.isEmpty()) {
            SortedMap<String, Double> values = averages.take();
            values.put(RunSignals.SECONDS, clock.seconds());
            values.put(RunSignals.SAMPLES_PER_SECOND, samplesPerSecond());
            values.put(RunSignals.EPOCH, run.epoch());
            values.put(RunSignals.TRACKING_SECONDS, journal.cost().seconds());
            values.put(RunSignals.TRACKING_LONGEST_MILLIS, journal.cost().longestMillis());
            values.putAll(machine.values());
            record(values, List.of());
        }
    }

    /** Evaluates; returns whether it is the best evaluation so far. */
    private boolean evaluate(boolean withCostly) {
        RunEvaluation evaluation = new RunEvaluation(run, clock.share(run), withCostly);
        actions.forEach(action -> action.perform(evaluation));
        measurements = evaluation.measurements();
        // A value that was not measured anew is not better than itself.
        return notable.hear(run.step(), latest);
    }

    private void record(SortedMap<String, Double> signals, List<Measurement> measured) {
        Observation observation = new Observation(run.step(), System.currentTimeMillis(), signals, measured);
        latest.putAll(observation.values());
        journal.measured(observation);
    }

    private double samplesPerSecond() {
        if (clock.seconds() == 0) {
            return latest.getOrDefault(RunSignals.SAMPLES_PER_SECOND, 0.0);
        }
        Schedule schedule = experiment.parts().schedule().value();
        long updates = schedule.updates(Player.DISCRIMINATOR, run.step())
                - schedule.updates(Player.DISCRIMINATOR, run.step() - clock.steps());
        return updates * experiment.batch() / clock.seconds();
    }

    /** Saves a checkpoint. The journal is on the disk before: a run that goes on from here does not measure again. */
    private void save() {
        Patience.write(() -> {
            journal.settle();
            checkpoints.save(run, averages.pending(), notable);
        });
    }

    private Outcome end(Status status, long from) {
        long millis = System.currentTimeMillis();
        String weights = status == Status.FAILED ? "" : WeightDigest.sha256(run.weights());
        Outcome outcome = new Outcome(
                experiment,
                folder.path(),
                status,
                run.step(),
                from,
                weights,
                Map.copyOf(latest),
                samplesPerSecond(),
                reason);
        RunEnding ending = RunEnding.of(outcome, measurements, millis);
        try {
            if (status == Status.FAILED) {
                folder.write(ending);
            } else {
                Patience.write(() -> folder.write(ending));
            }
        } catch (WorkFailed e) {
            throw reason.isEmpty() ? e : new WorkFailed(name + ": " + reason, e);
        }
        new RunClosing(session.runEnds(), folder, journal).close(new EndedRun(folder.record(), outcome, run), millis);
        return outcome;
    }
}
