package org.gan4j.experiments.library.metric.sets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
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
 * Density and coverage. Each real example has a ball that reaches to its fifth nearest other real one. {@code eval/density} is the
 * mean number of balls that a generated example lies in, divided by five; it may be above 1. {@code eval/coverage} is the share
 * of balls with a generated example in them. A perfect sampler has a mean density of 1 and, with n examples a side, a mean
 * coverage of 1 - (n-1)…(n-5) / ((2n-1)…(2n-5)), about 0.97; both are in {@code perfect}. Single outliers, which dominate
 * {@link PrecisionRecall}, hardly count.
 *
 * <p>The distance is Euclidean on the examples themselves (pixels, for pictures) or on other {@link Features}, and values on different
 * features do not compare. Standard errors are from the spread over generated examples (density) and binomial (coverage).
 */
@About(
        value = "how densely samples lie where real examples do, and share of real examples with a sample near",
        source = "Naeem et al. 2020, arXiv:2002.09797, section 3")
public record DensityCoverage(
        @Param(value = "2000", min = 10, doc = Examples.SAMPLES)
        int samples,

        @Param(value = "test", doc = Examples.SPLIT) Held split,

        @Param(value = "examples", doc = Features.HELP) Features features)
        implements Metric {
    private static final int NEIGHBOURS = 5;
    private static final String DENSITY = "eval/density";
    private static final String COVERAGE = "eval/coverage";

    @Override
    public boolean costly() {
        return true;
    }

    @Override
    public List<MetricInfo> info() {
        return List.of(
                new MetricInfo(
                        DENSITY,
                        "Density",
                        features.added(
                                "How densely the generator’s samples lie where real held-out examples do; 1 for a perfect sampler."),
                        "",
                        features.aim(MetricInfo.Aim.HIGHER),
                        split == Held.TEST),
                new MetricInfo(
                        COVERAGE,
                        "Coverage",
                        features.added("Share of real held-out examples with a sample of the generator near them."),
                        "",
                        features.aim(MetricInfo.Aim.HIGHER),
                        split == Held.TEST));
    }

    @Override
    public Optional<Metric> onValidation() {
        return Optional.of(new DensityCoverage(samples, Held.VALIDATION, features));
    }

    @Override
    public List<String> shortages(ToIntFunction<Split> counts) {
        return Examples.shortages(split, NEIGHBOURS + 1, counts);
    }

    @Override
    public Optional<String> misfit(Dataset data, Prior prior) {
        return Examples.misfit(data, features);
    }

    @Override
    public List<Measurement> measure(Subject subject) {
        Examples examples = Examples.of("density-coverage", subject, split, samples, features);
        Balls balls = Balls.of(examples.real(), examples.generated(subject));
        int n = examples.count();
        return List.of(
                examples.measurement(DENSITY, balls.density(), Map.of(Measurement.PERFECT, 1.0)),
                examples.measurement(COVERAGE, balls.coverage(n), Map.of(Measurement.PERFECT, perfectCoverage(n))));
    }

    @Override
    public List<Measurement> controls(Subject subject) {
        Examples examples = Examples.of("density-coverage", subject, split, samples, features);
        PointSet real = examples.real();
        return SetControls.of(examples, (name, set) -> {
            Balls balls = Balls.of(real, set);
            return List.of(
                    examples.measurement("density: " + name, balls.density(), Map.of()),
                    examples.measurement("coverage: " + name, balls.coverage(examples.count()), Map.of()));
        });
    }

    /** Returns the mean coverage by n draws of the law that n real examples were drawn from. */
    static double perfectCoverage(int n) {
        double none = 1;
        for (int i = 1; i <= NEIGHBOURS; i++) {
            none *= (double) (n - i) / (2 * n - i);
        }
        return 1 - none;
    }

    /**
     * What is in the balls of the real examples.
     *
     * @param density  of generated examples
     * @param coverage of real ones
     */
    record Balls(MemberMean density, double coverage) {
        static Balls of(PointSet real, PointSet generated) {
            double[] radii = real.radii(NEIGHBOURS);
            double[] nearest = real.nearest(generated).squared();
            long covered = IntStream.range(0, radii.length)
                    .filter(i -> nearest[i] <= radii[i])
                    .count();
            double[] within = new double[generated.count()];
            generated.distancesTo(real, (point, squared) -> {
                for (int i = 0; i < radii.length; i++) {
                    within[point] += squared[i] <= radii[i] ? 1.0 / NEIGHBOURS : 0;
                }
            });
            return new Balls(MemberMean.of(within), (double) covered / real.count());
        }

        private MemberMean coverage(int n) {
            return MemberMean.ofShare(coverage, n);
        }
    }
}
