package org.gan4j.experiments.library.metric.sets;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.gan4j.api.Dataset;
import org.gan4j.api.Prior;
import org.gan4j.api.data.Split;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.library.metric.MemberMean;
import org.gan4j.experiments.library.metric.Parzen.Held;

/**
 * {@code eval/memorisation}: the share of generated examples that are nearer to a training example than to any held-out one, by the
 * Euclidean distance on the examples themselves. A sampler that has learned the law and no single example is nearest to each real
 * example with the same probability, so its share is N / (N + H) on average, with N training and H held-out examples; that is in
 * {@code perfect}. A larger share says that training examples were learned by heart.
 *
 * <p>Many samples may have one nearest example, most of all those of a poor generator. So a share is judged against random choices of
 * which of the nearest examples are training ones: the finding {@code p} is the share of 10,000 such choices that give at least the
 * measured share, and the standard error is the spread of that share, √(p(1 - p) Σ c²) / n with p = N / (N + H) and c samples at each
 * nearest example.
 */
@About(
        value = "share of samples that are nearer to a training example than to a held-out one",
        source = "Meehan et al. 2020, arXiv:2004.05675, with counts in place of ranks")
public record Memorisation(
        @Param(value = "1000", min = 10, doc = "generated examples; another number shows in the metric's name")
        int samples,

        @Param(value = "test", doc = Examples.SPLIT) Held split)
        implements Metric {
    private static final String NAME = "eval/memorisation";
    private static final int STANDARD = 1_000;

    @Override
    public boolean costly() {
        return true;
    }

    @Override
    public List<MetricInfo> info() {
        return List.of(new MetricInfo(
                NAME,
                "Memorisation",
                "Share of the generator’s samples that are nearer to a training example than to a held-out one; above the"
                        + " value of a perfect sampler, examples were learned by heart.",
                "",
                MetricInfo.Aim.NEITHER,
                split == Held.TEST));
    }

    @Override
    public Optional<Metric> onValidation() {
        return Optional.of(new Memorisation(samples, Held.VALIDATION));
    }

    @Override
    public List<String> shortages(ToIntFunction<Split> counts) {
        return Examples.shortages(split, 1, counts);
    }

    @Override
    public Optional<String> misfit(Dataset data, Prior prior) {
        return Examples.misfit(data, Features.EXAMPLES);
    }

    @Override
    public List<Measurement> measure(Subject subject) {
        Examples examples = Examples.of("memorisation", subject, split, samples);
        PointSet generated = examples.generated(subject, samples);
        return List.of(measurement(NAME, generated, examples.allTraining(), examples.allReal(), examples));
    }

    /** Copies of training examples, and copies of held-out ones. */
    @Override
    public List<Measurement> controls(Subject subject) {
        Examples examples = Examples.of("memorisation", subject, split, samples);
        PointSet allTraining = examples.allTraining();
        PointSet allReal = examples.allReal();
        PointSet training = examples.training();
        PointSet real = examples.real();
        return List.of(
                measurement(training.count() + " training examples", training, allTraining, allReal, examples),
                measurement(real.count() + " held-out examples", real, allTraining, allReal, examples));
    }

    private Measurement measurement(String name, PointSet set, PointSet training, PointSet real, Examples examples) {
        Result result = Result.of(set.nearest(training), set.nearest(real), training.count(), real.count());
        return examples.measurement(
                name,
                new MemberMean(result.share, result.error),
                Map.of(Measurement.PERFECT, result.perfect, "p", result.p),
                set.count(),
                samples == STANDARD ? "" : "n" + samples);
    }

    /**
     * A share and what it is judged by.
     *
     * @param perfect the mean share of a perfect sampler
     * @param error   the spread of the share if the nearest examples were training ones by chance
     * @param p       the probability of at least this share by chance
     */
    record Result(double share, double perfect, double error, double p) {
        private static final int CHOICES = 10_000;

        static Result of(PointSet.Nearest inTraining, PointSet.Nearest inReal, int training, int real) {
            double perfect = training / (double) (training + real);
            int n = inTraining.rows().length;
            Map<Integer, Integer> samplesAt = new TreeMap<>();
            int hits = 0;
            for (int i = 0; i < n; i++) {
                boolean hit = inTraining.squared()[i] < inReal.squared()[i];
                hits += hit ? 1 : 0;
                samplesAt.merge(hit ? inTraining.rows()[i] : -1 - inReal.rows()[i], 1, Integer::sum);
            }
            double squares =
                    samplesAt.values().stream().mapToDouble(c -> (double) c * c).sum();
            return new Result(
                    (double) hits / n,
                    perfect,
                    Math.sqrt(perfect * (1 - perfect) * squares) / n,
                    probability(hits, perfect, samplesAt.values()));
        }

        private static double probability(int hits, double perfect, Collection<Integer> samplesAt) {
            Random random = new Random(0);
            int atLeast = 0;
            for (int choice = 0; choice < CHOICES; choice++) {
                int chosen = samplesAt.stream()
                        .mapToInt(count -> random.nextDouble() < perfect ? count : 0)
                        .sum();
                atLeast += chosen >= hits ? 1 : 0;
            }
            return (1.0 + atLeast) / (1 + CHOICES);
        }
    }
}
