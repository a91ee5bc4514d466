package org.gan4j.tensorflow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.experiment.Precision;
import org.gan4j.api.train.Schedule;
import org.gan4j.standard.initializer.Marginals;
import org.gan4j.standard.initializer.Uniform;
import org.gan4j.standard.layer.activation.Sigmoid;
import org.gan4j.standard.net.MaxoutDiscriminator;
import org.gan4j.standard.net.MlpDiscriminator;
import org.gan4j.standard.net.MlpGenerator;
import org.gan4j.standard.optimizer.Momentum;
import org.gan4j.standard.prior.GaussianPrior;
import org.gan4j.standard.prior.UniformPrior;
import org.gan4j.standard.schedule.Algorithm1;
import org.gan4j.standard.schedule.Simultaneous;

/**
 * Time of one step of a pair of nets, in milliseconds. No test: other load on the machine changes it.
 *
 * <p>{@code StepBenchmark 11 mnist float32} runs 11 windows of steps and prints their median and range. With {@code -} for the
 * windows it runs one for each line on standard input and prints its time at once, so that a script can take turns between this
 * program and others. The pairs: {@code mnist} and {@code mnist-algorithm-1} are the paper's on random bytes, {@code toy} is small.
 */
final class StepBenchmark {
    private static final int STEPS = 20;
    private static final int SMALL_STEPS = 200;

    private StepBenchmark() {}

    public static void main(String[] args) throws IOException {
        String windows = args.length > 0 ? args[0] : "11";
        String pair = args.length > 1 ? args[1] : "mnist";
        Precision precision = Precision.valueOf((args.length > 2 ? args[2] : "float32").toUpperCase(Locale.ROOT));
        int steps = pair.equals("toy") ? SMALL_STEPS : STEPS;
        try (TensorFlowRun run = Experiments.open(pair(pair).precision(precision))) {
            window(run, steps);
            if (windows.equals("-")) {
                onDemand(run, steps);
                return;
            }
            double[] times = new double[Integer.parseInt(windows)];
            for (int i = 0; i < times.length; i++) {
                times[i] = window(run, steps);
            }
            Arrays.sort(times);
            System.out.printf(
                    Locale.ROOT,
                    "median %.3f ms/step, range %.3f to %.3f, %d windows of %d steps%n",
                    times[times.length / 2],
                    times[0],
                    times[times.length - 1],
                    times.length,
                    steps);
        }
    }

    private static ExperimentBuilder pair(String name) {
        return switch (name) {
            case "mnist" -> paper(new Simultaneous());
            case "mnist-algorithm-1" -> paper(new Algorithm1(1));
            case "toy" -> toy();
            default -> throw new IllegalArgumentException("pairs are mnist, mnist-algorithm-1 and toy, not " + name);
        };
    }

    private static ExperimentBuilder toy() {
        return Experiments.ring()
                .prior(new GaussianPrior(16, 1))
                .generator(MlpGenerator.of(128, 128))
                .discriminator(MlpDiscriminator.of(128, 128))
                .schedule(new Simultaneous())
                .batch(256);
    }

    private static void onDemand(TensorFlowRun run, int steps) throws IOException {
        System.out.println("ready");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        while (lines.readLine() != null) {
            System.out.printf(Locale.ROOT, "%.3f%n", window(run, steps));
        }
    }

    private static double window(TensorFlowRun run, int steps) {
        long begun = System.nanoTime();
        run.advance(steps);
        return (System.nanoTime() - begun) / (double) TimeUnit.MILLISECONDS.toNanos(steps);
    }

    /** Sizes and rates of the code that was published with the paper. */
    static ExperimentBuilder paper(Schedule schedule) {
        return Experiments.ring()
                .dataset(new RandomImages(50_000, 784))
                .prior(new UniformPrior(100, Math.sqrt(3)))
                .generator(MlpGenerator.of(1200, 1200)
                        .withOutput(new Sigmoid())
                        .withFirstValues(new Uniform(0.05), new Marginals()))
                .discriminator(new MaxoutDiscriminator(List.of(240, 240), 5, 0.8, 0.5, new Uniform(0.005)))
                .optimizer(new Momentum(0.1, 1.000004, 1e-6, 0.5, 0.7, 125_000))
                .schedule(schedule)
                .batch(100);
    }
}
