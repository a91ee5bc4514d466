package org.gan4j.experiments.report.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.gan4j.experiments.store.MetricSeries;
import org.junit.jupiter.api.Test;

class ThinningTest {
    private static MetricSeries series(double... values) {
        long[] steps = LongStream.range(0, values.length).map(i -> 10 * i).toArray();
        return new MetricSeries("m", steps, steps, values);
    }

    @Test
    void a_short_line_stays_as_it_is_with_gaps_where_it_is_not_finite() {
        CurveThinner.Points points = CurveThinner.line(series(1, Double.POSITIVE_INFINITY, 3));

        assertThat(points.x()).containsExactly(0L, 10L, 20L);
        assertThat(points.y()).containsExactly(1.0, Double.NaN, 3.0);
    }

    @Test
    void a_long_line_becomes_short_and_keeps_its_spikes() {
        double[] values = new double[100_000];
        values[77_777] = 9;
        values[33_333] = -5;

        CurveThinner.Points points = CurveThinner.line(series(values));

        assertThat(points.x())
                .hasSizeLessThanOrEqualTo(2 * CurveThinner.BUCKETS)
                .isSorted();
        assertThat(points.y().get(points.x().indexOf(777_770L))).isEqualTo(9);
        assertThat(points.y().get(points.x().indexOf(333_330L))).isEqualTo(-5);
    }

    @Test
    void a_long_line_that_ends_in_nan_ends_in_a_gap() {
        double[] values = new double[5_000];
        for (int i = 4_000; i < values.length; i++) {
            values[i] = Double.NaN;
        }

        CurveThinner.Points points = CurveThinner.line(series(values));

        assertThat(points.y().get(points.y().size() - 1)).isNaN();
        assertThat(Collections.frequency(points.y(), 0.0)).isGreaterThan(CurveThinner.BUCKETS / 2);
    }

    @Test
    void a_band_is_the_mean_between_the_extremes_of_the_runs_that_have_a_value() {
        CurveThinner.Points points = CurveThinner.band(List.of(series(1, 4), series(2, Double.NaN), series(6)));

        // At step 0 the mean of 1, 2 and 6 is 3; at step 10 only 4 is left.
        assertThat(points.x()).containsExactly(0L, 10L);
        assertThat(points.y()).containsExactly(3.0, 4.0);
        assertThat(points.low()).containsExactly(1.0, 4.0);
        assertThat(points.high()).containsExactly(6.0, 4.0);
    }

    @Test
    void a_long_band_keeps_its_extremes() {
        double[] low = new double[20_000];
        double[] high = new double[20_000];
        high[12_345] = 7;

        CurveThinner.Points points = CurveThinner.band(List.of(series(low), series(high)));

        assertThat(points.x()).hasSizeLessThanOrEqualTo(CurveThinner.BUCKETS).isSorted();
        assertThat(points.high()).contains(7.0);
        assertThat(points.low()).containsOnly(0.0);
    }
}
