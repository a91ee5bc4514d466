package org.gan4j.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gan4j.api.run.OperationTimes.OperationTime;
import org.junit.jupiter.api.Test;

/** The arithmetic of a benchmark. */
class MedianAndRangeTest {
    @Test
    void of_an_odd_number_of_values_the_median_is_the_middle_one() {
        assertThat(MedianAndRange.of(List.of(4.0, 1.0, 2.0))).isEqualTo(new MedianAndRange(2, 1, 4));
        assertThat(MedianAndRange.of(List.of(3.0))).isEqualTo(new MedianAndRange(3, 3, 3));
    }

    @Test
    void of_an_even_number_of_values_the_median_is_the_mean_of_the_middle_two() {
        // Sorted they are 1, 2, 5, 9; (2 + 5) / 2 = 3.5.
        assertThat(MedianAndRange.of(List.of(9.0, 2.0, 1.0, 5.0))).isEqualTo(new MedianAndRange(3.5, 1, 9));
    }

    @Test
    void the_ratio_is_that_of_greatest_and_least_in_every_unit() {
        MedianAndRange seconds = new MedianAndRange(3, 2, 5);
        assertThat(seconds.ratio()).isEqualTo(2.5);
        assertThat(seconds.times(1000)).isEqualTo(new MedianAndRange(3000, 2000, 5000));
    }

    @Test
    void a_window_has_a_time_a_step() {
        Window window = new Window(20, 400, 0.5);
        assertThat(window.secondsAStep()).isEqualTo(0.025);
        // 20 steps took 0.5 s, so 80 take 2 s; a window is at least one step.
        assertThat(window.stepsIn(2)).isEqualTo(80);
        assertThat(window.stepsIn(0.001)).isEqualTo(1);
    }

    /** Two steps: products of 3 + 1 + 2 = 6 ms, sums of 2 ms, in all 8 ms. */
    @Test
    void operations_are_added_up_by_kind() {
        List<OperationTime> times = List.of(
                new OperationTime("Sum", "a", 2_000_000),
                new OperationTime("MatMul", "b", 3_000_000),
                new OperationTime("MatMul", "c", 1_000_000),
                new OperationTime("MatMul", "b", 2_000_000));
        assertThat(OperationShare.of(times, 2))
                .containsExactly(new OperationShare("MatMul", 0.75, 3, 1.5), new OperationShare("Sum", 0.25, 1, 0.5));
    }

    @Test
    void equal_shares_are_in_the_order_of_their_names_and_no_time_is_no_share() {
        List<OperationTime> times = List.of(new OperationTime("b", "b", 0), new OperationTime("a", "a", 0));
        assertThat(OperationShare.of(times, 1))
                .containsExactly(new OperationShare("a", 0, 0, 1), new OperationShare("b", 0, 0, 1));
        assertThat(OperationShare.of(List.of(), 1)).isEmpty();
    }
}
