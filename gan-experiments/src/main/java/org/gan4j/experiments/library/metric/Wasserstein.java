package org.gan4j.experiments.library.metric;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.gan4j.api.Dataset;
import org.gan4j.api.Prior;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * {@code eval/wasserstein}: the 1-Wasserstein distance between 10,000 generated numbers and the known distribution on the line,
 * in the data's own unit: how far mass must be moved on average. {@code W = ∫ |Fₙ(x) - F(x)| dx}, which equals the mean distance
 * between the quantile functions; Fₙ is the samples' step function, F that of the density ({@link LineDistribution}).
 *
 * <p>Bias: upwards, since Fₙ is noisy. What a perfect sampler gets on average at the same n stands in {@code perfect}; it is
 * {@code ∫ E|Binomial(n, F)/n - F| dx}, with De Moivre's exact mean deviation; a value near it cannot be told from 0.
 *
 * <p>Standard error: by the delta method. W changes with one sample's place like the potential
 * {@code φ(x) = ∫ˣ sign(F - Fₙ)}, so it is the standard deviation of φ over the samples, over √n. For a perfect sampler, where
 * the signs are noise themselves, it is about as large as the true one.
 *
 * <p>Another number of samples departs from the standard protocol: {@code eval/wasserstein-n1000}. Where a sample is not finite the value is NaN.
 */
@About(
        value = "distance from a known distribution on the line, in its own unit",
        source = "Vallender 1974, Theory of Probability and its Applications 18, 784-786")
public record Wasserstein(
        @Param(value = "10000", min = 1, doc = "generated examples; another number shows in the metric's name")
        int samples)
        implements Metric {
    private static final MetricInfo INFO = new MetricInfo(
            "eval/wasserstein",
            "Wasserstein distance",
            "How far the generator’s numbers must be moved on average to have the known distribution, in the data’s"
                    + " own unit; 0 where both are equal. The value of a perfect sampler is shown beside it.",
            "",
            MetricInfo.Aim.LOWER,
            false);

    private static final int SAMPLES = 10_000;

    @Override
    public List<MetricInfo> info() {
        return List.of(INFO);
    }

    @Override
    public Optional<String> misfit(Dataset data, Prior prior) {
        return misfit(data);
    }

    private static Optional<String> misfit(Dataset data) {
        int dimensions = data.shape().size();
        return dimensions == 1
                ? KnownDensity.misfit(data)
                : Optional.of("it needs data on the line, and these have " + dimensions
                        + " dimensions; jsd takes one or two");
    }

    @Override
    public List<Measurement> measure(Subject subject) {
        Fit.require("wasserstein", misfit(subject.dataset()));
        LineDistribution truth = LineDistribution.of(subject.dataset().truth().orElseThrow());
        double[] generated = sorted(subject.sample(samples, "wasserstein"));
        Distance distance = Distance.between(generated, truth);
        return List.of(new Measurement(
                        INFO.name(),
                        distance.value,
                        distance.standardError,
                        samples,
                        "truth",
                        Map.of(),
                        Map.of(Measurement.PERFECT, expected(truth, samples)))
                .under(samples == SAMPLES ? "" : "n" + samples));
    }

    private static double[] sorted(FloatTensor generated) {
        return IntStream.range(0, generated.count())
                .mapToDouble(i -> generated.values()[i])
                .sorted()
                .toArray();
    }

    /** The distance of a sample, with the standard error. */
    record Distance(double value, double standardError) {
        /**
         * Goes along the line over all samples and edges, between which Fₙ is level and F straight.
         *
         * @param x ascending
         */
        static Distance between(double[] x, LineDistribution truth) {
            int n = x.length;
            if (!Double.isFinite(x[0]) || !Double.isFinite(x[n - 1])) {
                return new Distance(Double.NaN, Double.NaN);
            }
            double[] edges = truth.edges();
            double at = Math.min(x[0], edges[0]);
            double value = 0;
            double potential = 0;
            double sum = 0;
            double squares = 0;
            int i = 0;
            int edge = 0;
            while (i < n || edge < edges.length) {
                boolean sample = edge == edges.length || i < n && x[i] <= edges[edge];
                double next = sample ? x[i] : edges[edge];
                double left = truth.below(at) - i / (double) n;
                double right = truth.below(next) - i / (double) n;
                value += (next - at) * meanSize(left, right);
                potential += (next - at) * meanSign(left, right);
                at = next;
                if (sample) {
                    i++;
                    sum += potential;
                    squares += potential * potential;
                } else {
                    edge++;
                }
            }
            double mean = sum / n;
            return new Distance(value, Math.sqrt(Math.max(0, squares / n - mean * mean) / n));
        }
    }

    /** Mean of |y| along a straight line from a to b. */
    private static double meanSize(double a, double b) {
        return a * b >= 0 ? Math.abs(a + b) / 2 : (a * a + b * b) / (2 * Math.abs(b - a));
    }

    /** Mean of the sign of y along a straight line from a to b. */
    private static double meanSign(double a, double b) {
        return a * b >= 0 ? Math.signum(a + b) : (Math.abs(b) - Math.abs(a)) / Math.abs(b - a) * Math.signum(b);
    }

    /** The mean distance of n draws from the distribution itself. */
    static double expected(LineDistribution truth, int n) {
        double[] edges = truth.edges();
        return IntStream.range(1, edges.length)
                .mapToDouble(i ->
                        (edges[i] - edges[i - 1]) * meanDeviation(n, truth.below((edges[i] + edges[i - 1]) / 2)) / n)
                .sum();
    }

    /** {@code E|B - np|} of a binomial count B: with k = ⌊np⌋ + 1 it is {@code 2 k (1-p) P(B = k)}. */
    static double meanDeviation(int n, double p) {
        int k = (int) Math.floor(n * p) + 1;
        return k > n ? 0 : 2 * k * (1 - p) * BinomialDistribution.of(n, p).probability(k);
    }
}
