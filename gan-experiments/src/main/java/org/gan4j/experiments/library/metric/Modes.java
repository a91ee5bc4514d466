package org.gan4j.experiments.library.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
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
 * Measures how much of a mixture is reached. A sample is of high quality if it lies within three standard deviations of its nearest
 * mode. {@code eval/quality} is the share of such samples, with its binomial standard error; a perfect sampler's share is in
 * {@code perfect} (0.9889 in two dimensions). {@code eval/modes} counts the modes that are nearest to enough high-quality
 * samples: at least one in 2,500 of all samples, so that with 2,500 samples it is the literature's count of modes with any
 * such sample, and a larger number of samples does not make it easier. Its standard error is the bootstrap's, in closed form: a
 * mode that k of n samples reached counts with the probability P that Binomial(n, k/n) is enough, and the variance is
 * Σ P(1 - P). It cannot see a mode that no sample reached. A perfect sampler's mean count is in {@code perfect}.
 *
 * <p>Other settings than the standard ones depart from the protocol: {@code eval/modes-n2500}.
 */
@About(
        value = "modes covered, and share of samples near a mode",
        source = "Srivastava et al. 2017, arXiv:1705.07761, section 4.1")
public record Modes(
        @Param(value = "10000", min = 1, doc = "generated examples; another number shows in the metrics' names")
        int samples,

        @Param(value = "0.0004", min = 0, max = 1, doc = "smallest share of all samples that makes a mode covered")
        double share)
        implements Metric {
    private static final MetricInfo COVERED = new MetricInfo(
            "eval/modes",
            "Modes covered",
            "How many of the known modes of the data the generator’s samples reach.",
            "modes",
            MetricInfo.Aim.HIGHER,
            false);
    private static final MetricInfo QUALITY = new MetricInfo(
            "eval/quality",
            "High-quality samples",
            "Share of the generator’s samples that lie near a known mode.",
            "",
            MetricInfo.Aim.HIGHER,
            false);

    private static final int SAMPLES = 10_000;
    private static final double SHARE = 0.0004;
    /** The distance that counts as near, in standard deviations. */
    private static final double NEAR = 3;

    @Override
    public List<MetricInfo> info() {
        return List.of(COVERED, QUALITY);
    }

    @Override
    public Optional<String> misfit(Dataset data, Prior prior) {
        return misfit(data);
    }

    private static Optional<String> misfit(Dataset data) {
        return KnownDensity.misfit(data)
                .or(() -> data.truth().orElseThrow().modes().isEmpty()
                        ? Optional.of("their density has no modes to count; jsd compares densities")
                        : Optional.empty());
    }

    @Override
    public List<Measurement> measure(Subject subject) {
        Fit.require("modes", misfit(subject.dataset()));
        Truth truth = subject.dataset().truth().orElseThrow();
        FloatTensor generated = subject.sample(samples, "modes");
        int[] reached = reached(truth, generated);
        long least = Math.max(1, Math.round(Math.ceil(share * samples - 1e-9)));
        long covered = Arrays.stream(reached).filter(count -> count >= least).count();
        double quality = Arrays.stream(reached).sum() / (double) samples;
        double perfect = ChiSquaredDistribution.of(generated.width()).cumulativeProbability(NEAR * NEAR);
        double found = reached.length * enough(perfect / reached.length, least);
        return List.of(
                new Measurement(
                                COVERED.name(),
                                covered,
                                standardError(reached, least),
                                samples,
                                "truth",
                                Map.of("of", (double) reached.length, "least", (double) least),
                                Map.of(Measurement.PERFECT, found))
                        .under(departure()),
                new Measurement(
                                QUALITY.name(),
                                quality,
                                Math.sqrt(quality * (1 - quality) / samples),
                                samples,
                                "truth",
                                Map.of(),
                                Map.of(Measurement.PERFECT, perfect))
                        .under(departure()));
    }

    /** The chance that a mode with this share of the samples is covered. */
    private double enough(double share, long least) {
        return BinomialDistribution.of(samples, share).survivalProbability((int) least - 1);
    }

    private double standardError(int[] reached, long least) {
        return Math.sqrt(Arrays.stream(reached)
                .mapToDouble(count -> enough(count / (double) samples, least))
                .map(chance -> chance * (1 - chance))
                .sum());
    }

    private String departure() {
        return Departure.of(samples == SAMPLES ? "" : "n" + samples, share == SHARE ? "" : "share" + share);
    }

    /** High-quality samples of each mode. */
    private static int[] reached(Truth truth, FloatTensor generated) {
        List<double[]> modes = truth.modes();
        int[] reached = new int[modes.size()];
        double limit = NEAR * truth.modeDeviation() * NEAR * truth.modeDeviation();
        for (int i = 0; i < generated.count(); i++) {
            float[] sample = generated.row(i);
            int nearest = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int mode = 0; mode < reached.length; mode++) {
                double squared = squaredDistance(sample, modes.get(mode));
                if (squared < least) {
                    least = squared;
                    nearest = mode;
                }
            }
            if (least <= limit) {
                reached[nearest]++;
            }
        }
        return reached;
    }

    private static double squaredDistance(float[] x, double[] mode) {
        double sum = 0;
        for (int k = 0; k < mode.length; k++) {
            sum += (x[k] - mode[k]) * (x[k] - mode[k]);
        }
        return sum;
    }
}
