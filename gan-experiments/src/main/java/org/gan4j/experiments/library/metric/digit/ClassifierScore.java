package org.gan4j.experiments.library.metric.digit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
import org.gan4j.experiments.library.metric.BadSets;
import org.gan4j.experiments.library.metric.Departure;
import org.gan4j.experiments.library.metric.Fit;
import org.gan4j.experiments.library.metric.MemberMean;
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
                "How certainly and how evenly the digits net " + DigitNet.name()
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
        return measured(reading(subject), subject);
    }

    @Override
    public List<Measurement> controls(Subject subject) {
        return controls(reading(subject));
    }

    @Override
    public Controlled measureWithControls(Subject subject) {
        Reading reading = reading(subject);
        return new Controlled(measured(reading, subject), controls(reading));
    }

    /**
     * What the net reads in real pictures.
     *
     * @param held  held-out pictures
     * @param score theirs, which is a perfect sampler's
     */
    private record Reading(DigitNet net, Table held, MemberMean score) {}

    @Override
    public Optional<String> misfit(Dataset data, Prior prior) {
        return misfit(data);
    }

    private static Optional<String> misfit(Dataset data) {
        return DigitNet.reads(data)
                ? Optional.empty()
                : Optional.of("its net reads the digits of mnist alone; kid takes any pictures");
    }

    private Reading reading(Subject subject) {
        Fit.require("classifier-score", misfit(subject.dataset()));
        Dataset.Finite digits = (Dataset.Finite) subject.dataset();
        Table all = digits.load(split == Held.TEST ? Split.TEST : Split.VALIDATION);
        Table held = all.slice(0, Math.min(samples, all.count()));
        DigitNet net = DigitNet.shipped();
        return new Reading(net, held, score(net.probabilities(held.toFloats())));
    }

    private List<Measurement> measured(Reading reading, Subject subject) {
        MemberMean score = score(reading.net().probabilities(subject.sample(samples, "classifier-score")));
        return List.of(measurement(
                NAME,
                score,
                samples,
                Map.of(Measurement.PERFECT, reading.score().value())));
    }

    private List<Measurement> controls(Reading reading) {
        DigitNet net = reading.net();
        Table held = reading.held();
        int[] labels = held.labels().orElseThrow();
        int n = labels.length;
        MemberMean accuracy = MemberMean.ofShare(share(net.digits(held.toFloats()), labels), n);
        Shape shape = held.example().prepend(n);
        return List.of(
                measurement("accuracy: held-out pictures that the net reads right", accuracy, n, Map.of()),
                measurement("held-out pictures", reading.score(), n, Map.of()),
                control(
                        net,
                        "held-out pictures without the first class",
                        held.rows(BadSets.rowsFrom(1, labels)).toFloats()),
                control(net, "one held-out picture alone", held.rows(new int[n]).toFloats()),
                control(net, "mean of the held-out pictures", BadSets.mean(held, n)),
                control(net, "uniform noise", BadSets.noise(new Random(1), shape, 0, 1)));
    }

    private static double share(int[] read, int[] labels) {
        long right = IntStream.range(0, labels.length)
                .filter(row -> read[row] == labels[row])
                .count();
        return (double) right / labels.length;
    }

    private Measurement control(DigitNet net, String name, FloatTensor pictures) {
        return measurement(name, score(net.probabilities(pictures)), pictures.count(), Map.of());
    }

    private Measurement measurement(String name, MemberMean score, int n, Map<String, Double> findings) {
        String splitName = split == Held.TEST ? "test" : "validation";
        return new Measurement(name, score.value(), score.error(), n, splitName, Map.of(), findings)
                .under(Departure.of(split == Held.TEST ? "" : splitName, samples == STANDARD ? "" : "n" + samples));
    }

    /** Scores what was read in each sample. */
    static MemberMean score(double[][] read) {
        double[] mean = new double[DigitNet.DIGITS];
        for (double[] one : read) {
            for (int digit = 0; digit < mean.length; digit++) {
                mean[digit] += one[digit] / read.length;
            }
        }
        MemberMean divergence = MemberMean.of(
                Arrays.stream(read).mapToDouble(one -> divergence(one, mean)).toArray());
        double score = Math.exp(divergence.value());
        return new MemberMean(score, score * divergence.error());
    }

    private static double divergence(double[] one, double[] mean) {
        return IntStream.range(0, one.length)
                .filter(digit -> one[digit] > 0)
                .mapToDouble(digit -> one[digit] * Math.log(one[digit] / mean[digit]))
                .sum();
    }
}
