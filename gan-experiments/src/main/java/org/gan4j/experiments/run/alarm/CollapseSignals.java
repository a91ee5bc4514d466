package org.gan4j.experiments.run.alarm;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.experiments.store.MetricSeries;
import org.gan4j.experiments.store.signal.RunSignals;

/**
 * The values that the alarm watches, from as many generated as real examples. Each is about 1 for a perfect sampler and 0 for a generator
 * that gives one point, and each sees it elsewhere: among the samples, around the data, in the discriminator.
 *
 * @param spread   mean distance between two generated examples over that between two real ones
 * @param coverage share of real examples with a generated one nearer than their fifth-nearest real one (Naeem et al. 2020,
 *                 arXiv:2002.09797, section 3.2); a perfect sampler's is 0.97, as each of the five nearest of many is real with
 *                 the probability ½
 * @param logits   standard deviation of D's logits over generated examples, over that over real ones
 */
public record CollapseSignals(double spread, double coverage, double logits) {
    private static final int NEIGHBOURS = 5;

    static CollapseSignals of(EvaluationBatch seen) {
        double[][] amongReal = distances(seen.real(), seen.real());
        return new CollapseSignals(
                mean(distances(seen.generated(), seen.generated())) / mean(amongReal),
                coverage(amongReal, distances(seen.real(), seen.generated())),
                deviation(seen.fakeLogits()) / deviation(seen.realLogits()));
    }

    private static double[][] distances(FloatTensor from, FloatTensor to) {
        int width = from.width();
        return IntStream.range(0, from.count())
                .parallel()
                .mapToObj(i -> {
                    double[] row = new double[to.count()];
                    for (int j = 0; j < row.length; j++) {
                        double sum = 0;
                        for (int k = 0; k < width; k++) {
                            double difference = from.values()[i * width + k] - to.values()[j * width + k];
                            sum += difference * difference;
                        }
                        row[j] = Math.sqrt(sum);
                    }
                    return row;
                })
                .toArray(double[][]::new);
    }

    private static double mean(double[][] distances) {
        return Arrays.stream(distances)
                .flatMapToDouble(Arrays::stream)
                .average()
                .orElse(Double.NaN);
    }

    private static double coverage(double[][] amongReal, double[][] toGenerated) {
        long covered = IntStream.range(0, amongReal.length)
                .filter(i -> {
                    double[] sorted = amongReal[i].clone();
                    Arrays.sort(sorted);
                    // The nearest of all is the example itself.
                    double radius = sorted[Math.min(NEIGHBOURS, sorted.length - 1)];
                    return Arrays.stream(toGenerated[i]).anyMatch(distance -> distance <= radius);
                })
                .count();
        return covered / (double) amongReal.length;
    }

    private static double deviation(float[] values) {
        double mean = doubles(values).average().orElse(Double.NaN);
        return Math.sqrt(
                doubles(values).map(value -> (value - mean) * (value - mean)).sum() / values.length);
    }

    private static DoubleStream doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]);
    }

    /** Returns whether the spread and one of the others are below their thresholds; one that is no number is not. */
    boolean speakOfCollapse() {
        return spread < RunSignals.LEAST_SPREAD
                && (coverage < RunSignals.LEAST_COVERAGE || logits < RunSignals.LEAST_LOGITS);
    }

    /** Returns the values by metric name. */
    Map<String, Double> values() {
        return Map.of(
                RunSignals.ALARM_SPREAD, spread, RunSignals.ALARM_COVERAGE, coverage, RunSignals.ALARM_LOGITS, logits);
    }

    /** Those of all evaluations up to a step, by step. */
    static SortedMap<Long, CollapseSignals> upTo(Map<String, MetricSeries> metrics, long step) {
        SortedMap<Long, CollapseSignals> evaluations = new TreeMap<>();
        MetricSeries spread = metrics.get(RunSignals.ALARM_SPREAD);
        MetricSeries coverage = metrics.get(RunSignals.ALARM_COVERAGE);
        MetricSeries logits = metrics.get(RunSignals.ALARM_LOGITS);
        if (spread != null && coverage != null && logits != null) {
            IntStream.range(0, spread.size())
                    .filter(i -> spread.steps()[i] <= step)
                    .forEach(i -> evaluations.put(
                            spread.steps()[i],
                            new CollapseSignals(spread.values()[i], coverage.values()[i], logits.values()[i])));
        }
        return evaluations;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "samples lie %.2f as far apart as the data (alarm below %s), cover %.0f %% of it (%.0f %%), and D's"
                        + " logits on them vary %.2f as much as on the data (%s)",
                spread,
                RunSignals.LEAST_SPREAD,
                100 * coverage,
                100 * RunSignals.LEAST_COVERAGE,
                logits,
                RunSignals.LEAST_LOGITS);
    }
}
