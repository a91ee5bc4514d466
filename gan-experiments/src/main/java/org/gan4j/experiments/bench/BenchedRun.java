package org.gan4j.experiments.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Precision;
import org.gan4j.api.run.DeviceRates;
import org.gan4j.api.run.OperationTimes;
import org.gan4j.api.run.OperationTimes.OperationTime;
import org.gan4j.api.run.Run;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Schedule;

/** A run that is trained for its time alone: nothing is evaluated, tracked or written. Used by one thread. */
final class BenchedRun implements AutoCloseable {
    /** A window that took less grows by no more than this, so that one odd measurement leads to no endless window. */
    private static final long GROWTH = 10;

    private static final long MOST_TIMED_STEPS = 10;

    private static final double MILLISECONDS = 1000;

    private final String name;
    private final Experiment experiment;
    private final Run run;
    private final double openSeconds;
    private final List<Window> windows = new ArrayList<>();
    private double firstStepSeconds;
    private long stepsAWindow = 1;

    private BenchedRun(String name, Experiment experiment, Run run, double openSeconds) {
        this.name = name;
        this.experiment = experiment;
        this.run = run;
        this.openSeconds = openSeconds;
    }

    static BenchedRun open(String name, Experiment experiment) {
        long begun = System.nanoTime();
        Run run = experiment.parts().backend().value().open(experiment);
        return new BenchedRun(name, experiment, run, seconds(begun));
    }

    String device() {
        return run.device();
    }

    boolean isReduced() {
        return experiment.arithmetic().precision() != Precision.FLOAT32;
    }

    Optional<DeviceRates> rates() {
        return run.capability(DeviceRates.class);
    }

    /** Makes steps until they have their usual speed, and chooses how many of them make a window. */
    void warmUp(double windowSeconds) {
        firstStepSeconds = train(1).seconds();
        Window last = train(1);
        while (last.seconds() < windowSeconds) {
            last = train(Math.min(GROWTH * last.steps(), last.steps() + last.stepsIn(windowSeconds)));
        }
        stepsAWindow = train(last.stepsIn(windowSeconds)).stepsIn(windowSeconds);
    }

    void takeWindow() {
        windows.add(train(stepsAWindow));
    }

    /** Trains for some steps; whoever joins the game changes which signals there are, so a stretch ends before. */
    private Window train(long steps) {
        Schedule schedule = experiment.parts().schedule().value();
        long from = run.step();
        long begun = System.nanoTime();
        while (run.step() < from + steps) {
            run.advance(Math.min(from + steps - run.step(), schedule.stepsUntilChange(run.step())));
        }
        double seconds = seconds(begun);
        long updates =
                schedule.updates(Player.DISCRIMINATOR, run.step()) - schedule.updates(Player.DISCRIMINATOR, from);
        return new Window(steps, updates * experiment.batch(), seconds);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    /** Times the operations of some steps, of which the first does not count: it also begins the recording. */
    private Optional<List<OperationShare>> operations() {
        return run.capability(OperationTimes.class).map(timed -> {
            timed.timeStep();
            List<OperationTime> times = new ArrayList<>();
            long steps = Math.min(MOST_TIMED_STEPS, stepsAWindow);
            for (long step = 0; step < steps; step++) {
                times.addAll(timed.timeStep());
            }
            return OperationShare.of(times, steps);
        });
    }

    /** Returns what was measured, after all windows; times the operations for it. */
    RunTimes times() {
        MedianAndRange seconds =
                MedianAndRange.of(windows.stream().map(Window::secondsAStep).toList());
        double samples = windows.stream().mapToLong(Window::samples).sum();
        double steps = windows.stream().mapToLong(Window::steps).sum();
        return new RunTimes(
                name,
                experiment.hash(),
                run.device(),
                openSeconds,
                firstStepSeconds,
                stepsAWindow,
                seconds.times(MILLISECONDS),
                1 / seconds.median(),
                samples / steps / seconds.median(),
                run.isFinite(),
                operations());
    }

    @Override
    public void close() {
        run.close();
    }
}
