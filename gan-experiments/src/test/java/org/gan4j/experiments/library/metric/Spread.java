package org.gan4j.experiments.library.metric;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.gan4j.api.metric.Measurement;

/**
 * Takes measurements of independent samples of one generator.
 *
 * @param seen    standard deviation of their values
 * @param claimed root mean square of their standard errors
 * @param mean    of the values
 */
record Spread(double seen, double claimed, double mean) {
    private static final int TIMES = 200;

    static Spread of(LongFunction<Measurement> measure) {
        List<Measurement> all =
                LongStream.range(0, TIMES).parallel().mapToObj(measure).toList();
        double mean = all.stream().mapToDouble(Measurement::value).average().orElseThrow();
        double variance = all.stream()
                .mapToDouble(measured -> Math.pow(measured.value() - mean, 2) / (TIMES - 1))
                .sum();
        double claimed = all.stream()
                .mapToDouble(measured -> Math.pow(measured.standardError(), 2) / TIMES)
                .sum();
        return new Spread(Math.sqrt(variance), Math.sqrt(claimed), mean);
    }
}
