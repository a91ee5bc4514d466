package org.gan4j.experiments.library.metric;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.gan4j.api.Dataset;
import org.gan4j.api.Prior;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Truth;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * {@code eval/jsd}: Jensen-Shannon divergence in nats between 10,000 generated examples and the known density, from 0 to
 * log 2. The density must be of one or two dimensions.
 *
 * <p>Estimator: both are reduced to a fixed partition around its centres (see {@link Partition}); p has the exact mass of each cell,
 * q the share of the samples, and {@code JSD = Σ ½ p log(p/m) + ½ q log(q/m)} with m = (p+q)/2.
 *
 * <p>Bias: downwards, since a partition hides what differs within a cell; and upwards, since q is noisy: by about
 * (cells - 1)/(8n) where cells hold many samples each. What a perfect sampler gets on average at the same n is computed
 * exactly, from the binomial distribution of each cell's count, and stands in {@code perfect}; a value near it cannot be told
 * from 0. The standard error is the first-order one, from the variance of ½ log(q/m) over samples.
 *
 * <p>Another number of samples departs from the standard protocol: {@code eval/jsd-n1000}.
 */
@About(
        value = "Jensen-Shannon divergence from a known density, in nats",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, theorem 1")
public record Jsd(
        @Param(value = "10000", min = 1, doc = "generated examples; another number shows in the metric's name")
        int samples)
        implements Metric {
    private static final MetricInfo INFO = new MetricInfo(
            "eval/jsd",
            "Jensen–Shannon divergence",
            "Between the generator’s distribution and the known density, estimated from samples: 0 where both are"
                    + " equal, log 2 = 0.693 where they do not overlap.",
            "nats",
            MetricInfo.Aim.LOWER,
            false);

    private static final int SAMPLES = 10_000;
    /** Counts further than this many standard deviations, and then some, from their mean do not matter. */
    private static final double FAR = 10;

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
        return KnownDensity.misfit(data)
                .or(() -> dimensions > 2
                        ? Optional.of("it counts samples in cells of one or two dimensions; these have " + dimensions)
                        : Optional.empty());
    }

    @Override
    public List<Measurement> measure(Subject subject) {
        Fit.require("jsd", misfit(subject.dataset()));
        Truth truth = subject.dataset().truth().orElseThrow();
        Partition cells = new Partition(truth);
        FloatTensor generated = subject.sample(samples, "jsd");
        double[] p = cells.masses();
        double[] q = cells.shares(generated);
        return List.of(new Measurement(
                        INFO.name(),
                        divergence(p, q),
                        standardError(p, q, samples),
                        samples,
                        "truth",
                        Map.of("cells", (double) p.length),
                        Map.of(Measurement.PERFECT, expected(p, samples)))
                .under(samples == SAMPLES ? "" : "n" + samples));
    }

    /** The divergence of two distributions over the same cells, in nats. */
    public static double divergence(double[] p, double[] q) {
        double sum = 0;
        for (int c = 0; c < p.length; c++) {
            sum += part(p[c], q[c]);
        }
        return sum;
    }

    private static double part(double p, double q) {
        double m = (p + q) / 2;
        return (p > 0 ? 0.5 * p * Math.log(p / m) : 0) + (q > 0 ? 0.5 * q * Math.log(q / m) : 0);
    }

    /** The mean of the estimate over samples drawn from p itself. */
    static double expected(double[] p, int n) {
        double sum = 0;
        for (double mass : p) {
            BinomialDistribution count = BinomialDistribution.of(n, Math.min(1, mass));
            double reach = FAR * Math.sqrt(count.getVariance()) + 2 * FAR;
            int last = (int) Math.min(n, Math.ceil(count.getMean() + reach));
            for (int k = (int) Math.max(0, Math.floor(count.getMean() - reach)); k <= last; k++) {
                sum += count.probability(k) * part(mass, k / (double) n);
            }
        }
        return sum;
    }

    private static double standardError(double[] p, double[] q, int n) {
        double mean = 0;
        double square = 0;
        for (int c = 0; c < p.length; c++) {
            double slope = q[c] > 0 ? 0.5 * Math.log(q[c] / ((p[c] + q[c]) / 2)) : 0;
            mean += q[c] * slope;
            square += q[c] * slope * slope;
        }
        return Math.sqrt(Math.max(0, square - mean * mean) / n);
    }
}
