package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.gan4j.experiments.run.checkpoint.PendingMeans;
import org.junit.jupiter.api.Test;

class AveragesTest {
    private final SignalAverages averages = new SignalAverages(PendingMeans.none());

    @Test
    void stretches_count_by_their_length() {
        averages.add(Map.of("a", 1.0), 1);
        averages.add(Map.of("a", 4.0), 2);
        // (1·1 + 4·2) / 3 = 3
        assertThat(averages.take()).containsExactly(Map.entry("a", 3.0));
        assertThat(averages.isEmpty()).isTrue();
    }

    @Test
    void what_some_stretches_lack_is_averaged_over_the_others() {
        averages.add(Map.of("d", 1.0), 3);
        averages.add(Map.of("d", 5.0, "g", 7.0), 1);
        // d: (1·3 + 5·1) / 4; g rested in the first stretch.
        assertThat(averages.take()).containsExactly(Map.entry("d", 2.0), Map.entry("g", 7.0));
    }

    @Test
    void what_a_checkpoint_holds_of_a_mean_is_gone_on_with() {
        averages.add(Map.of("a", 1.0, "b", 2.0), 1);
        SignalAverages resumed = new SignalAverages(averages.pending());
        resumed.add(Map.of("a", 4.0), 2);
        // (1·1 + 4·2) / 3 = 3
        assertThat(resumed.take()).containsExactly(Map.entry("a", 3.0), Map.entry("b", 2.0));
    }

    @Test
    void a_nan_is_not_averaged_away() {
        averages.add(Map.of("a", Double.NaN), 1);
        averages.add(Map.of("a", 4.0), 1000);
        assertThat(averages.take().get("a")).isNaN();
    }

    @Test
    void how_the_clock_cuts_the_steps_changes_no_mean() {
        Random random = new Random(1);
        float[] signals = new float[1000];
        for (int i = 0; i < signals.length; i++) {
            signals[i] = (float) random.nextGaussian();
        }
        averages.add(Map.of("a", mean(signals, 0, 1000)), 1000);
        double whole = averages.take().get("a");
        for (int trial = 0; trial < 100; trial++) {
            int cut = 1 + random.nextInt(998);
            averages.add(Map.of("a", mean(signals, 0, cut)), cut);
            averages.add(Map.of("a", mean(signals, cut, 1000)), 1000 - cut);

            assertThat(averages.take().get("a")).isEqualTo(whole);
        }
    }

    /**
     * The mean of 100 floats lies exactly between two floats now and then, and there the last digit of a double decides which of
     * the two it becomes: without a remedy, in 10 of these 20,000 trials.
     */
    @Test
    void how_the_clock_cuts_the_steps_changes_no_mean_that_lies_between_two_floats() {
        Random random = new Random(1);
        for (int trial = 0; trial < 20_000; trial++) {
            float[] signals = new float[100];
            for (int i = 0; i < signals.length; i++) {
                signals[i] = (float) (0.07 + 0.01 * random.nextGaussian());
            }
            averages.add(Map.of("a", mean(signals, 0, 100)), 100);
            double whole = averages.take().get("a");
            int first = 1 + random.nextInt(98);
            int second = first + 1 + random.nextInt(99 - first);
            averages.add(Map.of("a", mean(signals, 0, first)), first);
            averages.add(Map.of("a", mean(signals, first, second)), second - first);
            averages.add(Map.of("a", mean(signals, second, 100)), 100 - second);

            assertThat(averages.take().get("a")).as("trial %d", trial).isEqualTo(whole);
        }
    }

    private static double mean(float[] signals, int from, int to) {
        return IntStream.range(from, to).mapToDouble(i -> signals[i]).sum() / (to - from);
    }
}
