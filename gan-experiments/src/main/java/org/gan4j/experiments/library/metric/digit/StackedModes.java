package org.gan4j.experiments.library.metric.digit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.gan4j.api.Dataset;
import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.library.data.image.StackedMnist;
import org.gan4j.experiments.library.metric.BadSets;
import org.gan4j.experiments.library.metric.Departure;
import org.gan4j.experiments.library.metric.Fit;

/**
 * The modes of {@link StackedMnist}. A net reads the digits of a sample's three colours, which write the number of a mode.
 * {@code eval/stacked-modes} counts the modes that any sample is in. {@code eval/stacked-kl} is the Kullback-Leibler divergence,
 * in nats, of the samples' shares of the modes from the uniform distribution; the standard error is that of its first-order
 * expansion, and it is too large near 0. A perfect sampler has the training split's shares of digits. Its mean count and
 * divergence, if all its digits were read right, are in {@code perfect}.
 *
 * <p>The {@linkplain DigitNet net} reads a few digits wrongly, and noise too is read as digits.
 */
@About(
        value = "which of the 1,000 modes of stacked-mnist samples are in, and how evenly",
        source =
                "Metz et al. 2017, arXiv:1611.02163, section 3.3.1; Lin et al. 2018, arXiv:1712.04086, for 26,000 samples")
public record StackedModes(
        @Param(value = "26000", min = 2, doc = "generated pictures; another number shows in the metrics' names")
        int samples)
        implements Metric {
    private static final MetricInfo COVERED = new MetricInfo(
            "eval/stacked-modes",
            "Modes covered",
            "How many of the 1,000 modes the generator’s samples are in, as the digits net " + DigitNet.name()
                    + " reads them.",
            "modes",
            MetricInfo.Aim.HIGHER,
            false);
    private static final MetricInfo DIVERGENCE = new MetricInfo(
            "eval/stacked-kl",
            "Divergence of the modes",
            "How far the generator’s shares of the 1,000 modes are from equal, as the digits net " + DigitNet.name()
                    + " reads them.",
            "nats",
            MetricInfo.Aim.LOWER,
            false);

    private static final int STANDARD = 26_000;
    private static final int COLOURS = 3;
    /** Pictures that are held at once. */
    private static final int CHUNK = 1_000;

    @Override
    public boolean costly() {
        return true;
    }

    @Override
    public List<MetricInfo> info() {
        return List.of(COVERED, DIVERGENCE);
    }

    @Override
    public List<Measurement> measure(Subject subject) {
        ModeCounts perfect = ModeCounts.expected(training(subject));
        ModeCounts counts = counts(chunk -> subject.sample(sizeOf(chunk), "stacked-modes-" + chunk));
        return List.of(
                measurement(
                        COVERED.name(),
                        counts.covered(),
                        counts.coveredError(),
                        Map.of(Measurement.PERFECT, perfect.meanCovered(samples))),
                measurement(
                        DIVERGENCE.name(),
                        counts.divergence(),
                        counts.divergenceError(),
                        Map.of(Measurement.PERFECT, perfect.meanDivergence(samples))));
    }

    @Override
    public List<Measurement> controls(Subject subject) {
        Table real = training(subject);
        int[] labels = real.labels().orElseThrow();
        int[] others = BadSets.rowsFrom(100, labels);
        int[] all = IntStream.range(0, labels.length).toArray();
        FloatTensor mean = BadSets.mean(real, CHUNK);
        Random random = new Random(1);
        return Arrays.asList(
                        rows("training pictures", counts(chunk -> drawn(real, all, chunk))),
                        rows("training pictures without a red 0", counts(chunk -> drawn(real, others, chunk))),
                        rows("mean of the training pictures", counts(chunk -> mean.slice(0, sizeOf(chunk)))),
                        rows(
                                "uniform noise",
                                counts(chunk ->
                                        BadSets.noise(random, real.example().prepend(sizeOf(chunk)), 0, 1))))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static Table training(Subject subject) {
        Fit.require("stacked-modes", misfit(subject.dataset()));
        return ((StackedMnist) subject.dataset()).load(Split.TRAIN);
    }

    @Override
    public Optional<String> misfit(Dataset data, Prior prior) {
        return misfit(data);
    }

    private static Optional<String> misfit(Dataset data) {
        return data instanceof StackedMnist stacked && DigitNet.reads(stacked.of())
                ? Optional.empty()
                : Optional.of("it reads the digits of dataset=stacked-mnist alone");
    }

    private FloatTensor drawn(Table table, int[] rows, int chunk) {
        return table.rows(IntStream.range(chunk * CHUNK, chunk * CHUNK + sizeOf(chunk))
                        .map(i -> rows[i % rows.length])
                        .toArray())
                .toFloats();
    }

    private int sizeOf(int chunk) {
        return Math.min(CHUNK, samples - chunk * CHUNK);
    }

    private ModeCounts counts(IntFunction<FloatTensor> chunks) {
        DigitNet net = DigitNet.shipped();
        int[] counts = new int[1_000];
        for (int chunk = 0; chunk * CHUNK < samples; chunk++) {
            for (int mode : modes(net, chunks.apply(chunk))) {
                counts[mode]++;
            }
        }
        return new ModeCounts(Arrays.stream(counts).asDoubleStream().toArray());
    }

    /** Returns the number that the digits of each picture write, red first. */
    static int[] modes(DigitNet net, FloatTensor pictures) {
        int[] numbers = new int[pictures.count()];
        for (int colour = 0; colour < COLOURS; colour++) {
            int[] digits = net.digits(colour(pictures, colour));
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = numbers[i] * DigitNet.DIGITS + digits[i];
            }
        }
        return numbers;
    }

    private static FloatTensor colour(FloatTensor pictures, int colour) {
        float[] one = new float[pictures.count() * DigitNet.PIXELS];
        for (int i = 0; i < one.length; i++) {
            one[i] = pictures.values()[i * COLOURS + colour];
        }
        return new FloatTensor(Shape.of(pictures.count(), 28, 28), one);
    }

    private List<Measurement> rows(String name, ModeCounts counts) {
        return List.of(
                measurement("stacked-modes: " + name, counts.covered(), counts.coveredError(), Map.of()),
                measurement("stacked-kl: " + name, counts.divergence(), counts.divergenceError(), Map.of()));
    }

    private Measurement measurement(String name, double value, double error, Map<String, Double> findings) {
        return new Measurement(name, value, error, samples, "train", Map.of(), findings)
                .under(Departure.of(samples == STANDARD ? "" : "n" + samples));
    }
}
