package org.gan4j.experiments.library.metric.sets;

import java.util.List;
import java.util.Map;
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
import org.gan4j.experiments.library.metric.MemberMean;
import org.gan4j.experiments.library.metric.Parzen.Held;

/**
 * Improved precision and recall. The manifold of a set is the union of balls around its points, each with the distance to its
 * third nearest other point as radius. {@code eval/precision} is the share of generated examples in the manifold of the real
 * ones: are samples realistic? {@code eval/recall} is the share of real examples in the manifold of the generated ones: is every
 * kind of example generated? Both are in 0…1, and their standard errors are binomial ones.
 *
 * <p>The distance is Euclidean on the examples themselves (pixels, for pictures) or on other {@link Features}, and values on different
 * features do not compare. A perfect sampler is below 1; its value, that of training examples, is in {@code perfect}.
 */
@About(
        value = "share of realistic samples, and share of real examples that samples reach",
        source = "Kynkäänniemi et al. 2019, arXiv:1904.06991, equations 1 and 2")
public record PrecisionRecall(
        @Param(value = "2000", min = 10, doc = Examples.SAMPLES)
        int samples,

        @Param(value = "test", doc = Examples.SPLIT) Held split,

        @Param(value = "examples", doc = Features.HELP) Features features)
        implements Metric {
    private static final int NEIGHBOURS = 3;
    private static final String PRECISION = "eval/precision";
    private static final String RECALL = "eval/recall";

    @Override
    public boolean costly() {
        return true;
    }

    @Override
    public List<MetricInfo> info() {
        return List.of(
                new MetricInfo(
                        PRECISION,
                        "Precision",
                        features.added("Share of the generator’s samples that lie among real held-out examples."),
                        "",
                        features.aim(MetricInfo.Aim.HIGHER),
                        split == Held.TEST),
                new MetricInfo(
                        RECALL,
                        "Recall",
                        features.added("Share of real held-out examples that lie among the generator’s samples."),
                        "",
                        features.aim(MetricInfo.Aim.HIGHER),
                        split == Held.TEST));
    }

    @Override
    public Optional<Metric> onValidation() {
        return Optional.of(new PrecisionRecall(samples, Held.VALIDATION, features));
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
        return measured(comparison(subject), subject);
    }

    @Override
    public List<Measurement> controls(Subject subject) {
        return controls(comparison(subject));
    }

    @Override
    public Controlled measureWithControls(Subject subject) {
        RealComparison<double[]> comparison = comparison(subject);
        return new Controlled(measured(comparison, subject), controls(comparison));
    }

    private RealComparison<double[]> comparison(Subject subject) {
        Examples examples = Examples.of("precision-recall", subject, split, samples, features);
        Manifold real = new Manifold(examples.real());
        return RealComparison.of(examples, set -> shares(real, set));
    }

    private static List<Measurement> measured(RealComparison<double[]> comparison, Subject subject) {
        double[] perfect = comparison.perfect();
        double[] found = comparison.generated(subject);
        return List.of(
                measurement(PRECISION, found[0], Map.of(Measurement.PERFECT, perfect[0]), comparison.examples()),
                measurement(RECALL, found[1], Map.of(Measurement.PERFECT, perfect[1]), comparison.examples()));
    }

    private static List<Measurement> controls(RealComparison<double[]> comparison) {
        return comparison.controls((name, found) -> List.of(
                measurement("precision: " + name, found[0], Map.of(), comparison.examples()),
                measurement("recall: " + name, found[1], Map.of(), comparison.examples())));
    }

    /** Returns precision and recall. */
    static double[] shares(Manifold real, PointSet generated) {
        return new double[] {real.share(generated), new Manifold(generated).share(real.points())};
    }

    private static Measurement measurement(String name, double share, Map<String, Double> findings, Examples examples) {
        return examples.measurement(name, MemberMean.ofShare(share, examples.count()), findings);
    }

    /** The union of balls around points. */
    record Manifold(PointSet points, double[] radii) {
        Manifold(PointSet points) {
            this(points, points.radii(NEIGHBOURS));
        }

        /** Returns the share of a set that lies in it. */
        double share(PointSet set) {
            double[] inside = new double[set.count()];
            set.distancesTo(points, (point, squared) -> {
                for (int i = 0; i < radii.length && inside[point] == 0; i++) {
                    inside[point] = squared[i] <= radii[i] ? 1 : 0;
                }
            });
            return MemberMean.of(inside).value();
        }
    }
}
