package org.gan4j.experiments.library.metric.sets;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.gan4j.api.Dataset;
import org.gan4j.api.Prior;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.library.metric.Departure;
import org.gan4j.experiments.library.metric.KMeans;
import org.gan4j.experiments.library.metric.MemberMean;
import org.gan4j.experiments.library.metric.Parzen.Held;

/**
 * {@code eval/ndb}: the share of statistically different bins (the number of different bins over the number of bins). Twenty steps of
 * k-means on training examples give the centres of the bins, and an example is in the bin of the nearest centre. A bin is different
 * if the shares of generated and of held-out real examples in it differ by the {@linkplain EqualShares z-test}.
 *
 * <p>The test has false alarms, so a perfect sampler is above 0. Its mean is the mean over bins of the exact probability of a false
 * alarm, for a bin's share among held-out examples; it is in {@code perfect}. 95 % of perfect samplers lie from {@code perfectFrom}
 * to {@code perfectTo}, by the binomial distribution of the number of false alarms. The standard error is binomial too, over bins.
 *
 * <p>More examples make the test sharper, so values of another number of examples or bins do not compare. The distance is Euclidean on
 * the examples themselves (pixels, for pictures).
 */
@About(
        value = "share of k-means bins that hold significantly more or fewer samples than real examples",
        source = "Richardson & Weiss 2018, arXiv:1805.12462")
public record DifferentBins(
        @Param(value = "10000", min = 10, doc = Examples.SAMPLES)
        int samples,

        @Param(value = "100", min = 2, doc = "k-means bins; another number shows in the metric's name")
        int bins,

        @Param(value = "test", doc = Examples.SPLIT) Held split)
        implements Metric {
    private static final String NAME = "eval/ndb";
    private static final int STANDARD = 10_000;
    private static final int STANDARD_BINS = 100;
    private static final int STEPS = 20;

    @Override
    public boolean costly() {
        return true;
    }

    @Override
    public List<MetricInfo> info() {
        return List.of(new MetricInfo(
                NAME,
                "Different bins",
                "Share of bins, of similar examples each, that hold significantly more or fewer of the generator’s samples"
                        + " than of real held-out examples; about 0.05 for a perfect sampler.",
                "",
                MetricInfo.Aim.LOWER,
                split == Held.TEST));
    }

    @Override
    public Optional<Metric> onValidation() {
        return Optional.of(new DifferentBins(samples, bins, Held.VALIDATION));
    }

    @Override
    public List<String> shortages(ToIntFunction<Split> counts) {
        List<String> shortages = Examples.shortages(split, 1, counts);
        int training = Math.min(Examples.count(split, samples, counts), counts.applyAsInt(Split.TRAIN));
        return shortages.isEmpty() && training < bins ? List.of(tooFew(training)) : shortages;
    }

    @Override
    public Optional<String> misfit(Dataset data, Prior prior) {
        return Examples.misfit(data, Features.EXAMPLES);
    }

    @Override
    public List<Measurement> measure(Subject subject) {
        Examples examples = Examples.of("ndb", subject, split, samples);
        Bins real = bins(examples);
        double perfect = real.falseAlarms();
        BinomialDistribution alarms = BinomialDistribution.of(bins, perfect);
        return List.of(measurement(
                NAME,
                real.different(examples.generated(subject)),
                Map.of(
                        Measurement.PERFECT,
                        perfect,
                        "perfectFrom",
                        alarms.inverseCumulativeProbability(0.025) / (double) bins,
                        "perfectTo",
                        alarms.inverseCumulativeProbability(0.975) / (double) bins),
                examples));
    }

    @Override
    public List<Measurement> controls(Subject subject) {
        Examples examples = Examples.of("ndb", subject, split, samples);
        Bins real = bins(examples);
        return SetControls.of(
                examples, (name, set) -> List.of(measurement(name, real.different(set), Map.of(), examples)));
    }

    private Bins bins(Examples examples) {
        FloatTensor training = examples.otherTraining();
        if (training.count() < bins) {
            throw new InvalidInput("metric ndb", tooFew(training.count()));
        }
        return Bins.of(PointSet.of(KMeans.centroids(training, bins, STEPS)), examples.real());
    }

    private String tooFew(int training) {
        return "bins=" + bins + " needs as many training examples, and it uses " + training;
    }

    private Measurement measurement(String name, double share, Map<String, Double> findings, Examples examples) {
        int n = examples.count();
        String departure = Departure.of(n == STANDARD ? "" : "n" + n, bins == STANDARD_BINS ? "" : "bins" + bins);
        return examples.measurement(name, MemberMean.ofShare(share, bins), findings, n, departure);
    }

    /**
     * Bins, and how many real examples are in each.
     *
     * @param counts of the real examples
     * @param n      how many real examples there are
     */
    record Bins(PointSet centres, int[] counts, int n) {
        static Bins of(PointSet centres, PointSet real) {
            return new Bins(centres, counts(centres, real), real.count());
        }

        private static int[] counts(PointSet centres, PointSet set) {
            int[] counts = new int[centres.count()];
            for (int bin : set.nearest(centres).rows()) {
                counts[bin]++;
            }
            return counts;
        }

        /** Returns the share of bins in which a set differs significantly from the real examples. */
        double different(PointSet set) {
            int[] others = counts(centres, set);
            long different = IntStream.range(0, counts.length)
                    .filter(bin -> EqualShares.refuted(counts[bin], n, others[bin], set.count()))
                    .count();
            return (double) different / counts.length;
        }

        /** Returns the mean of {@link #different} for as many further real examples. */
        double falseAlarms() {
            return Arrays.stream(counts)
                    .mapToDouble(count -> EqualShares.falseAlarm((double) count / n, n))
                    .average()
                    .orElseThrow();
        }
    }
}
