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
import org.gan4j.standard.net.MlpGenerator;
import org.gan4j.standard.optimizer.Momentum;
import org.gan4j.standard.prior.UniformPrior;
import org.gan4j.standard.schedule.Algorithm1;
import org.gan4j.standard.schedule.Simultaneous;

/**
 * Time of one step of the paper's pair for MNIST on random bytes, batch 100, in milliseconds. No test: other load on the machine
 * changes it.
 *
 * <p>{@code StepBenchmark [algorithm-1|simultaneous] [windows] [float32|bfloat16]} runs windows of 20 steps and prints their median and range.
 * With {@code -} for the windows it runs one for each line on standard input and prints its time at once, so that a script can
 * take turns between this program and another.
 */
final class StepBenchmark {
    private static final int STEPS = 20;

    private StepBenchmark() {}

    public static void main(String[] args) throws IOException {
        Schedule schedule = args.length > 0 && args[0].equals("simultaneous") ? new Simultaneous() : new Algorithm1(1);
        String windows = args.length > 1 ? args[1] : "11";
        Precision precision = args.length > 2 ? Precision.valueOf(args[2].toUpperCase(Locale.ROOT)) : Precision.FLOAT32;
        try (TensorFlowRun run = Experiments.open(paper(schedule).precision(precision))) {
            window(run);
            if (windows.equals("-")) {
                onDemand(run);
                return;
            }
            double[] times = new double[Integer.parseInt(windows)];
            for (int i = 0; i < times.length; i++) {
                times[i] = window(run);
            }
            Arrays.sort(times);
            System.out.printf(
                    Locale.ROOT,
                    "median %.2f ms/step, range %.2f to %.2f, %d windows of %d steps%n",
                    times[times.length / 2],
                    times[0],
                    times[times.length - 1],
                    times.length,
                    STEPS);
        }
    }

    private static void onDemand(TensorFlowRun run) throws IOException {
        System.out.println("ready");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        while (lines.readLine() != null) {
            System.out.printf(Locale.ROOT, "%.3f%n", window(run));
        }
    }

    static double window(TensorFlowRun run) {
        long begun = System.nanoTime();
        run.advance(STEPS);
        return (System.nanoTime() - begun) / (double) TimeUnit.MILLISECONDS.toNanos(STEPS);
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
