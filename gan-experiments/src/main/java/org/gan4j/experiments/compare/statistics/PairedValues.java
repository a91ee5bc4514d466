package org.gan4j.experiments.compare.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.gan4j.api.experiment.Comparison.Difference;
import org.gan4j.api.metric.Measurement;
import org.gan4j.experiments.compare.arm.Arm;
import org.gan4j.experiments.store.ComparisonConditions;

/**
 * One metric of two arms, seed by seed.
 *
 * @param differences a - b for each seed that both arms finished
 */
public record PairedValues(String a, String b, String metric, List<Double> differences) {
    static PairedValues of(Arm a, Arm b, String metric) {
        List<Double> differences = a.outcomes().stream()
                .mapToLong(run -> run.experiment().seed())
                .mapToObj(seed -> difference(a.value(seed, metric), b.value(seed, metric)))
                .flatMapToDouble(OptionalDouble::stream)
                .boxed()
                .toList();
        return new PairedValues(a.name(), b.name(), metric, differences);
    }

    private static OptionalDouble difference(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() && b.isPresent()
                ? OptionalDouble.of(a.getAsDouble() - b.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Returns every pair of arms that differ in one factor at most, with every metric; the earlier arm is a. */
    public static List<PairedValues> all(List<Arm> arms, List<String> metrics, ComparisonConditions conditions) {
        List<PairedValues> pairs = new ArrayList<>();
        for (String metric : metrics) {
            List<Arm> measured =
                    arms.stream().filter(arm -> arm.measures(metric)).toList();
            for (int a = 0; a < measured.size(); a++) {
                for (int b = a + 1; b < measured.size(); b++) {
                    int factors = conditions.factorsBetween(
                            measured.get(a).name(), measured.get(b).name());
                    if (factors < 2 && isDefined(metric, measured.get(a), measured.get(b))) {
                        pairs.add(of(measured.get(a), measured.get(b), metric));
                    }
                }
            }
        }
        return pairs;
    }

    /**
     * Returns whether a metric has differences. A signal that is a number in neither arm, such as an angle with a
     * gradient that is 0, has none.
     */
    private static boolean isDefined(String metric, Arm a, Arm b) {
        return Measurement.isEvaluation(metric) || a.values(metric).length + b.values(metric).length > 0;
    }

    private double[] values() {
        return differences.stream().mapToDouble(Double::doubleValue).toArray();
    }

    public Interval interval() {
        return Interval.of(values());
    }

    /** Returns the p value of the paired t test, without correction; NaN below n = 3. */
    public double p() {
        return PairedTests.studentP(values());
    }

    public Difference difference(HolmFamily family) {
        Interval interval = interval();
        double[] bootstrap = PairedTests.bootstrap(values());
        return new Difference(
                a,
                b,
                metric,
                interval.n(),
                interval.mean(),
                interval.low(),
                interval.high(),
                p(),
                family.adjusted(this),
                PairedTests.signFlipP(values()),
                bootstrap[0],
                bootstrap[1]);
    }

    /** Returns whether both arms have the same value in every seed. */
    public boolean isIdentical() {
        return !differences.isEmpty() && differences.stream().allMatch(difference -> difference == 0);
    }
}
