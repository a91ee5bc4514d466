package org.gan4j.experiments.library.metric.sets;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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
 * {@code eval/sliced-wasserstein}: the root of the mean, over directions, of the squared 2-Wasserstein distance between the two sets as
 * seen along the direction. Along a direction that distance is the mean squared difference of the sorted values. The directions
 * are 500 random unit vectors, the same in every run. The unit is that of the data. The standard error says how well the mean
 * over directions is known; it says nothing about other samples.
 *
 * <p>Finite sets differ even where their laws are equal, so a perfect sampler is above 0; its value, that of training examples, is
 * in {@code perfect}. Values of another number of examples do not compare.
 */
@About(
        value = "distance of samples from real examples, averaged over directions",
        source = "Rabin et al. 2012; Deshpande et al. 2018, arXiv:1803.11188")
public record SlicedWasserstein(
        @Param(value = "2000", min = 10, doc = Examples.SAMPLES)
        int samples,

        @Param(value = "test", doc = Examples.SPLIT) Held split)
        implements Metric {
    private static final String NAME = "eval/sliced-wasserstein";
    private static final int DIRECTIONS = 500;

    @Override
    public boolean costly() {
        return true;
    }

    @Override
    public List<MetricInfo> info() {
        return List.of(new MetricInfo(
                NAME,
                "Sliced Wasserstein distance",
                "How far the generator’s samples must be moved to become real held-out examples, averaged over directions, in"
                        + " the data’s own unit. A perfect sampler’s value is shown beside it.",
                "",
                MetricInfo.Aim.LOWER,
                split == Held.TEST));
    }

    @Override
    public Optional<Metric> onValidation() {
        return Optional.of(new SlicedWasserstein(samples, Held.VALIDATION));
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
        Examples examples = Examples.of("sliced-wasserstein", subject, split, samples);
        PointSet real = examples.real();
        return RealDistance.of(NAME, examples, set -> between(set, real));
    }

    /** Returns the distance, with the standard error over directions; of the larger set only as many points as the other has. */
    static MemberMean between(PointSet one, PointSet other) {
        int n = Math.min(one.count(), other.count());
        double[] squares = IntStream.range(0, DIRECTIONS)
                .parallel()
                .mapToDouble(number -> {
                    float[] direction = direction(number, one.width());
                    double[] sorted = projected(one, direction, n);
                    double[] others = projected(other, direction, n);
                    double sum = 0;
                    for (int i = 0; i < n; i++) {
                        sum += (sorted[i] - others[i]) * (sorted[i] - others[i]);
                    }
                    return sum / n;
                })
                .toArray();
        MemberMean mean = MemberMean.of(squares);
        double root = Math.sqrt(mean.value());
        return new MemberMean(root, root == 0 ? 0 : mean.error() / (2 * root));
    }

    private static float[] direction(int number, int width) {
        Random random = new Random(number);
        double[] normal = IntStream.range(0, width)
                .mapToDouble(i -> random.nextGaussian())
                .toArray();
        double length =
                Math.sqrt(Arrays.stream(normal).map(value -> value * value).sum());
        float[] direction = new float[width];
        for (int i = 0; i < width; i++) {
            direction[i] = (float) (normal[i] / length);
        }
        return direction;
    }

    private static double[] projected(PointSet set, float[] direction, int n) {
        double[] values = new double[n];
        for (int row = 0; row < n; row++) {
            double sum = 0;
            for (int k = 0; k < direction.length; k++) {
                sum += set.values()[row * direction.length + k] * direction[k];
            }
            values[row] = sum;
        }
        Arrays.sort(values);
        return values;
    }
}
