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
 * {@code eval/kid}: the squared maximum mean discrepancy of two sets, with the kernel k(x, y) = (x·y / d + 1)³ for examples of d
 * numbers. The estimate is unbiased: over pairs i ≠ j of the generated x and the real y it is the mean of k(xᵢ, xⱼ) + k(yᵢ, yⱼ) -
 * k(xᵢ, yⱼ) - k(xⱼ, yᵢ). So a perfect sampler's mean is 0, and single values may be negative. The standard error is 2/√n times the
 * deviation over i of the mean over j.
 *
 * <p>The kernel is on the examples themselves (pixels, for pictures) or on other {@link Features}; a "kernel inception distance" is one on features of the
 * Inception network, and does not compare with this.
 */
@About(
        value = "squared kernel distance of samples from real examples, unbiased",
        source = "Bińkowski et al. 2018, arXiv:1801.01401; Gretton et al. 2012, lemma 6")
public record KernelDistance(
        @Param(value = "2000", min = 10, doc = Examples.SAMPLES)
        int samples,

        @Param(value = "test", doc = Examples.SPLIT) Held split,

        @Param(value = "examples", doc = Features.HELP) Features features)
        implements Metric {
    private static final String NAME = "eval/kid";

    @Override
    public boolean costly() {
        return true;
    }

    @Override
    public List<MetricInfo> info() {
        return List.of(new MetricInfo(
                NAME,
                "Kernel distance",
                "Squared distance of the generator’s samples from real held-out examples, by a cubic kernel "
                        + features.text() + "; 0 on average for a perfect sampler.",
                "",
                features.aim(MetricInfo.Aim.LOWER),
                split == Held.TEST));
    }

    @Override
    public Optional<Metric> onValidation() {
        return Optional.of(new KernelDistance(samples, Held.VALIDATION, features));
    }

    @Override
    public List<String> shortages(ToIntFunction<Split> counts) {
        return Examples.shortages(split, 2, counts);
    }

    @Override
    public Optional<String> misfit(Dataset data, Prior prior) {
        return Examples.misfit(data, features);
    }

    @Override
    public List<Measurement> measure(Subject subject) {
        Examples examples = Examples.of("kid", subject, split, samples, features);
        return List.of(examples.measurement(
                NAME, between(examples.generated(subject), examples.real()), Map.of(Measurement.PERFECT, 0.0)));
    }

    @Override
    public List<Measurement> controls(Subject subject) {
        Examples examples = Examples.of("kid", subject, split, samples, features);
        PointSet real = examples.real();
        return SetControls.of(
                examples, (name, set) -> List.of(examples.measurement(name, between(set, real), Map.of())));
    }

    /** Returns the distance, with its standard error; of the larger set only as many points as the other has. */
    static MemberMean between(PointSet x, PointSet y) {
        int n = Math.min(x.count(), y.count());
        double[] members = new double[n];
        double[][] kernels = {sums(x, x, n), sums(y, y, n), sums(x, y, n), sums(y, x, n)};
        for (int i = 0; i < n; i++) {
            members[i] = (kernels[0][i] + kernels[1][i] - kernels[2][i] - kernels[3][i]) / (n - 1);
        }
        MemberMean mean = MemberMean.of(members);
        return new MemberMean(mean.value(), 2 * mean.error());
    }

    /** Returns for each point of one set the sum of its kernels with the points of another set, that of its own number left out. */
    private static double[] sums(PointSet from, PointSet to, int n) {
        double[] sums = new double[from.count()];
        double[] lengths = from.squaredLengths();
        double[] others = to.squaredLengths();
        from.distancesTo(
                to,
                (point, squared) -> sums[point] = IntStream.range(0, n)
                        .filter(i -> i != point)
                        // x·y by the law of cosines.
                        .mapToDouble(i -> Math.pow((lengths[point] + others[i] - squared[i]) / 2 / from.width() + 1, 3))
                        .sum());
        return sums;
    }
}
