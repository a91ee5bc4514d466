package org.gan4j.experiments.library.metric.sets;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.gan4j.api.Dataset;
import org.gan4j.api.Prior;
import org.gan4j.api.data.Split;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.library.metric.Fit;
import org.gan4j.experiments.library.metric.Parzen.Held;

/**
 * {@code eval/frechet}: the squared 2-Wasserstein distance between two normal distributions that have the means m and the covariances
 * C of generated and of real examples: |m - m'|² + tr(C + C' - 2 (C C')^½). The unit is the square of the data's. The standard error
 * is that of the first-order expansion in both sets.
 *
 * <p>The features are the examples themselves (pixels, for pictures) or other {@link Features}. A "Fréchet inception distance" is on features of the Inception
 * network, and does not compare with this. The estimate is biased upwards, more for fewer examples and more numbers an example. A
 * perfect sampler's value, that of training examples, is therefore in {@code perfect}, and values of another number of examples do
 * not compare. Time grows with the cube of the numbers an example has, so they are limited.
 */
@About(
        value = "distance of the normal distributions that samples and real examples are fitted by",
        source = "Dowson and Landau 1982; Heusel et al. 2017, arXiv:1706.08500, equation 6")
public record FrechetDistance(
        @Param(value = "2000", min = 10, doc = Examples.SAMPLES)
        int samples,

        @Param(value = "test", doc = Examples.SPLIT) Held split,

        @Param(value = "examples", doc = Features.HELP) Features features)
        implements Metric {
    private static final String NAME = "eval/frechet";

    /** The most numbers of an example: those of a grey picture of 32 × 32. */
    private static final int WIDEST = 1_024;

    @Override
    public boolean costly() {
        return true;
    }

    @Override
    public List<MetricInfo> info() {
        return List.of(new MetricInfo(
                NAME,
                "Fréchet distance",
                "Squared distance between the normal distributions that have the means and covariances of the generator’s"
                        + " samples and of real held-out examples, " + features.text()
                        + ". A perfect sampler’s value is shown beside it.",
                "",
                features.aim(MetricInfo.Aim.LOWER),
                split == Held.TEST));
    }

    @Override
    public Optional<Metric> onValidation() {
        return Optional.of(new FrechetDistance(samples, Held.VALIDATION, features));
    }

    @Override
    public List<Measurement> measure(Subject subject) {
        return distance(subject).measured(subject);
    }

    @Override
    public List<Measurement> controls(Subject subject) {
        return distance(subject).controls();
    }

    @Override
    public Controlled measureWithControls(Subject subject) {
        return distance(subject).measuredWithControls(subject);
    }

    private RealDistance distance(Subject subject) {
        if (features == Features.EXAMPLES) {
            Fit.require("frechet", tooWide(subject.dataset().shape().size()));
        }
        Examples examples = Examples.of("frechet", subject, split, samples, features);
        PointSet real = examples.real();
        Fit.require("frechet", tooWide(real.width()));
        return RealDistance.of(NAME, examples, FittedNormal.of(real)::distance);
    }

    @Override
    public List<String> shortages(ToIntFunction<Split> counts) {
        return Examples.shortages(split, 2, counts);
    }

    @Override
    public Optional<String> misfit(Dataset data, Prior prior) {
        return Examples.misfit(data, features)
                .or(() -> features == Features.EXAMPLES ? tooWide(data.shape().size()) : Optional.empty());
    }

    private Optional<String> tooWide(int width) {
        return width <= WIDEST
                ? Optional.empty()
                : Optional.of(
                        (features == Features.EXAMPLES ? "examples have " : "the features of an example are ") + width
                                + " numbers, and it takes at most " + WIDEST
                                + ", because its time grows with their cube; kid and sliced-wasserstein take any number");
    }
}
