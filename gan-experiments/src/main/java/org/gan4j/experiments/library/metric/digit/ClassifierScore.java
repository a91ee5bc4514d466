package org.gan4j.experiments.library.metric.digit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.library.data.Mnist;
import org.gan4j.experiments.library.metric.Departure;
import org.gan4j.experiments.library.metric.Parzen.Held;

/**
 * {@code eval/classifier-score}: the exponential of the mean, over samples, of the Kullback-Leibler divergence of the digits that a net
 * reads in one sample from those that it reads in all. It lies in 1…10, and is high if every picture is read with certainty and all
 * digits are equally frequent. The standard error is that of the first-order expansion. Real held-out pictures, as many or all,
 * give the value of a perfect sampler.
 *
 * <p>The formula is that of the Inception score; the {@linkplain DigitNet net} is another, so values do not compare with any other
 * net's. Copies of ten pictures get a perfect score.
 */
@About(
        value = "how certainly and how evenly a net reads digits in samples of MNIST",
        source = "Salimans et al. 2016, arXiv:1606.03498, section 4, with a net of MNIST")
public record ClassifierScore(
        @Param(value = "10000", min = 10, doc = "generated pictures; another number shows in the metric's name")
        int samples,

        @Param(value = "test", doc = "where the perfect sampler's pictures are from: test, or validation")
        Held split)
        implements Metric {
    private static final String NAME = "eval/classifier-score";
    private static final int STANDARD = 10_000;

    @Override
    public boolean costly() {
        return true;
    }

    @Override
    public List<MetricInfo> info() {
        return List.of(new MetricInfo(
                NAME,
                "Classifier score",
                "How certainly and how evenly the digits net " + DigitNet.SHA256.substring(0, 8)
                        + " reads digits in the generator’s samples; at most 10.",
                "",
                MetricInfo.Aim.HIGHER,
                split == Held.TEST));
    }

    @Override
    public Optional<Metric> onValidation() {
        return Optional.of(new ClassifierScore(samples, Held.VALIDATION));
    }

    @Override
    public List<Measurement> measure(Subject subject) {
        Mnist data = digits(subject);
        DigitNet net = DigitNet.shipped();
        double perfect = Score.of(net.probabilities(held(data).toFloats())).value();
        Score score = Score.of(net.probabilities(subject.sample(samples, "classifier-score")));
        return List.of(measurement(NAME, score, samples, Map.of(Measurement.PERFECT, perfect)));
    }

    @Override
    public List<Measurement> controls(Subject subject) {
        Table held = held(digits(subject));
        int[] labels = held.labels().orElseThrow();
        int[] others = IntStream.range(0, labels.length)
                .filter(row -> labels[row] != 0)
                .toArray();
        DigitNet net = DigitNet.shipped();
        double right = share(net.digits(held.toFloats()), labels);
        Score accuracy = new Score(right, Math.sqrt(right * (1 - right) / labels.length));
        return List.of(
                measurement("share of held-out pictures that the net reads right", accuracy, labels.length, Map.of()),
                control(net, "held-out pictures", held.toFloats()),
                control(
                        net,
                        "held-out pictures without the first class",
                        held.rows(others).toFloats()),
                control(
                        net,
                        "one held-out picture alone",
                        held.rows(new int[labels.length]).toFloats()),
                control(net, "uniform noise", noise(held)));
    }

    private static Mnist digits(Subject subject) {
        if (subject.dataset() instanceof Mnist mnist) {
            return mnist;
        }
        throw new InvalidInput(
                "metric classifier-score",
                "its net reads the digits of mnist, not " + subject.dataset() + "; kid takes any pictures");
    }

    private Table held(Mnist data) {
        Table all = data.load(split == Held.TEST ? Split.TEST : Split.VALIDATION);
        return all.slice(0, Math.min(samples, all.count()));
    }

    private static double share(int[] read, int[] labels) {
        long right = IntStream.range(0, labels.length)
                .filter(row -> read[row] == labels[row])
                .count();
        return (double) right / labels.length;
    }

    private static FloatTensor noise(Table like) {
        Random random = new Random(1);
        float[] pixels = new float[like.count() * DigitNet.PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        return new FloatTensor(like.example().prepend(like.count()), pixels);
    }

    private Measurement control(DigitNet net, String name, FloatTensor pictures) {
        return measurement(name, Score.of(net.probabilities(pictures)), pictures.count(), Map.of());
    }

    private Measurement measurement(String name, Score score, int n, Map<String, Double> findings) {
        String splitName = split == Held.TEST ? "test" : "validation";
        return new Measurement(name, score.value(), score.error(), n, splitName, Map.of(), findings)
                .under(Departure.of(split == Held.TEST ? "" : splitName, samples == STANDARD ? "" : "n" + samples));
    }

    /** A score with its standard error. */
    record Score(double value, double error) {
        /** Scores what was read in each sample. */
        static Score of(double[][] read) {
            double[] mean = new double[DigitNet.DIGITS];
            for (double[] one : read) {
                for (int digit = 0; digit < mean.length; digit++) {
                    mean[digit] += one[digit] / read.length;
                }
            }
            double[] divergences = Arrays.stream(read)
                    .mapToDouble(one -> divergence(one, mean))
                    .toArray();
            double average = Arrays.stream(divergences).average().orElseThrow();
            double squares = Arrays.stream(divergences)
                    .map(one -> (one - average) * (one - average))
                    .sum();
            double value = Math.exp(average);
            return new Score(value, value * Math.sqrt(squares / (read.length - 1) / read.length));
        }

        private static double divergence(double[] one, double[] mean) {
            return IntStream.range(0, one.length)
                    .filter(digit -> one[digit] > 0)
                    .mapToDouble(digit -> one[digit] * Math.log(one[digit] / mean[digit]))
                    .sum();
        }
    }
}
