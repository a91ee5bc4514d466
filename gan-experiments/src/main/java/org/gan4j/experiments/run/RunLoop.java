package org.gan4j.experiments.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Stack;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.api.run.Experiment;
import org.gan4j.api.run.Measurement;
import org.gan4j.api.run.Outcome;
import org.gan4j.api.run.Run;
import org.gan4j.api.run.Status;
import org.gan4j.api.run.Weights;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Schedule;
import org.gan4j.experiments.draw.sample.Pictures;
import org.gan4j.experiments.draw.sample.Players;
import org.gan4j.experiments.report.RunReport;
import org.gan4j.experiments.run.alarm.CollapseAlarm;
import org.gan4j.experiments.run.alarm.EvaluationBatch;
import org.gan4j.experiments.store.MetricSeries;
import org.gan4j.experiments.store.RunEnding;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.game.GameDescription;
import org.gan4j.experiments.store.game.LogitHistogram;
import org.gan4j.experiments.store.journal.Journal;
import org.gan4j.experiments.store.model.ModelFolder;

/** One run from its first step, or from a checkpoint, to its end: the step loop and what is written down on the way. */
final class RunLoop {
    /** The latent draws that every sample picture of a run shows. */
    private static final String PICTURE_STREAM = "picture";

    private final Experiment experiment;
    private final Run run;
    private final RunFolder folder;
    private final String name;
    private final Journal journal;
    private final Progress progress;
    private final StopSignal stop;
    private final RunEvaluation look;
    private final RunClock clock;
    private final double spentBefore;
    private final MachineLoad machine;
    private final CollapseAlarm alarm;
    private final Consumer<ReopenedRun> watcher;
    private final SignalAverages averages = new SignalAverages();
    private final SortedMap<String, Double> latest = new TreeMap<>();
    private List<Measurement> measurements = List.of();
    private String reason = "";

    RunLoop(
            Experiment experiment,
            Run run,
            RunFolder folder,
            Journal journal,
            Progress progress,
            StopSignal stop,
            Consumer<ReopenedRun> watcher) {
        this.experiment = experiment;
        this.run = run;
        this.folder = folder;
        this.name = folder.record().name();
        this.journal = journal;
        this.progress = progress;
        this.stop = stop;
        this.watcher = watcher;
        this.look = new RunEvaluation(experiment, run);
        this.machine = new MachineLoad(folder.path());
        this.clock = new RunClock(experiment.budget(), experiment.cadence());
        this.spentBefore = clock.share(run);
        // A run that goes on has values already; those it does not measure anew stay its last.
        SortedMap<String, MetricSeries> measured = folder.metrics();
        this.alarm = CollapseAlarm.of(measured, run.step(), spentBefore);
        measured.forEach((metric, series) -> latest.put(metric, series.values()[series.size() - 1]));
    }

    /** Trains until the budget is spent, the game diverges, or the process is told to stop. */
    Outcome toTheEnd() {
        long from = run.step();
        Status status = Status.FAILED;
        try {
            explain();
            status = steps();
            if (status != Status.DIVERGED) {
                Checkpoints.save(folder, run);
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            reason = e instanceof WorkFailed || e instanceof InvalidInput ? e.getMessage() : e.toString();
            Stack.show(e, System.err);
        }
        return end(status, from);
    }

    /** What the report explains the game with, which is no reason for training to fail. */
    private void explain() {
        try {
            GameDescription.of(experiment).write(folder.rules());
        } catch (RuntimeException e) {
            System.err.println("gan: the report of " + name + " will not explain its game: " + e.getMessage());
        }
    }

    private Status steps() {
        if (run.step() == 0) {
            observe(false);
        }
        while (clock.share(run) < 1) {
            if (stop.asked()) {
                reason = "stopped by a signal after step " + run.step();
                report();
                return Status.KILLED;
            }
            Map<String, Double> means = advance(stretch());
            Optional<String> divergence = firstNonFinite(means);
            if (divergence.isPresent()) {
                reason = divergence.get() + " was no finite number at step " + run.step();
                report();
                return Status.DIVERGED;
            }
            progress.at(name, run.step(), clock.share(run), pace(), means);
            if (RunClock.due(experiment.cadence().report(), run.step())) {
                report();
            }
            if (clock.share(run) >= 1) {
                break;
            }
            boolean costly = RunClock.due(experiment.cadence().costly(), run.step());
            if (costly || RunClock.due(experiment.cadence().eval(), run.step())) {
                observe(costly);
            }
            if (RunClock.due(experiment.cadence().checkpoint(), run.step())) {
                Checkpoints.save(folder, run);
            }
        }
        report();
        observe(true);
        return Status.FINISHED;
    }

    private Progress.Pace pace() {
        return new Progress.Pace(clock.steps(), clock.share(run) - spentBefore, clock.seconds());
    }

    /** Steps to make in one go; within them nobody joins, so that their means are over all of them. */
    private long stretch() {
        return Math.min(
                clock.stretch(run), experiment.parts().schedule().value().alike(run.step()));
    }

    private Map<String, Double> advance(long steps) {
        long begun = System.nanoTime();
        Map<String, Double> means = run.advance(steps);
        clock.spent(steps, (System.nanoTime() - begun) / 1e9);
        averages.add(means, steps);
        return means;
    }

    private static Optional<String> firstNonFinite(Map<String, Double> values) {
        return values.entrySet().stream()
                .filter(value -> !Double.isFinite(value.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    private void report() {
        if (!averages.isEmpty()) {
            SortedMap<String, Double> values = averages.take();
            values.put("time/seconds", clock.seconds());
            values.put("time/samples-per-second", samplesPerSecond());
            values.put("time/epoch", run.epoch());
            values.put("time/tracking-seconds", journal.cost().seconds());
            values.put("time/tracking-longest-millis", journal.cost().longestMillis());
            values.putAll(machine.values());
            record(values);
        }
    }

    /** Metrics, the gradients under all probes at the same parameters, the collapse alarm, and a picture. */
    private void observe(boolean withCostly) {
        measurements = look.measure(withCostly);
        SortedMap<String, Double> values = RunEvaluation.values(measurements);
        values.putAll(run.probe());
        EvaluationBatch seen = EvaluationBatch.of(run);
        LogitHistogram.of(seen.fakeLogits(), seen.realLogits()).append(folder.logits(), run.step());
        alarm.look(seen, run.step(), clock.share(run), values)
                .ifPresent(sentence -> progress.say(name + ": " + sentence));
        record(values);
        FloatTensor latent =
                run.latent(Pictures.count(experiment.parts().dataset().value().shape()), PICTURE_STREAM);
        Path picture = folder.samples(run.step());
        boolean drawn = Pictures.samples(
                run.generate(latent),
                run.real(latent.count(), PICTURE_STREAM),
                experiment.parts().dataset().value().truth(),
                Optional.of(new Players(run::score, run::generate, latent)),
                picture);
        if (drawn) {
            journal.artifact(relative(picture), run.step(), System.currentTimeMillis());
        }
        watcher.accept(new ReopenedRun(folder, experiment, run));
    }

    private void record(SortedMap<String, Double> values) {
        latest.putAll(values);
        journal.measured(run.step(), System.currentTimeMillis(), values);
    }

    private double samplesPerSecond() {
        if (clock.seconds() == 0) {
            return latest.getOrDefault("time/samples-per-second", 0.0);
        }
        Schedule schedule = experiment.parts().schedule().value();
        long updates = schedule.updates(Player.DISCRIMINATOR, run.step())
                - schedule.updates(Player.DISCRIMINATOR, run.step() - clock.steps());
        return updates * experiment.batch() / clock.seconds();
    }

    private Outcome end(Status status, long from) {
        long millis = System.currentTimeMillis();
        String weights = status == Status.FAILED ? "" : Weights.sha256(run.weights());
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
        folder.write(RunEnding.of(outcome, measurements, millis));
        RunReport.write(folder.path());
        if (status == Status.FINISHED) {
            export(millis);
        }
        Stream.of(
                        folder.rules(),
                        folder.logits(),
                        folder.report(),
                        folder.outcomeJson(),
                        folder.experimentYaml(),
                        folder.runJson())
                .filter(Files::exists)
                .forEach(file -> journal.artifact(relative(file), run.step(), millis));
        journal.ended(status, millis);
        return outcome;
    }

    /** The generator for other programs, which is no reason for training to fail. */
    private void export(long millis) {
        try {
            ModelFolder.write(folder.model(), folder.record(), run);
            for (Path file : ModelFolder.files(folder.model())) {
                journal.artifact(relative(file), run.step(), millis);
            }
        } catch (RuntimeException | IOException | OutOfMemoryError e) {
            System.err.println("gan: the generator of " + name + " is not exported: " + e.getMessage());
        }
    }

    private String relative(Path file) {
        return folder.path().relativize(file).toString().replace('\\', '/');
    }
}
