package org.gan4j.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When times may be compared: a load of at most a quarter of the processors, and windows within a factor of 1.25. */
class ComparabilityTest {
    private static final MedianAndRange STEADY = new MedianAndRange(1.1, 1, 1.25);
    private static final MedianAndRange DISTURBED = new MedianAndRange(1.1, 1, 1.5);

    private static Machine machine(double load) {
        return new Machine("some processor", 4, load);
    }

    private static RunTimes run(MedianAndRange milliseconds, boolean finite) {
        return new RunTimes("ring", "hash", "cpu", 1, 1, 1, milliseconds, 1, 1, finite, Optional.empty());
    }

    private static List<String> obstacles(double load, RunTimes run, MedianAndRange limit) {
        return Comparability.obstacles(
                machine(load), List.of(run), List.of(new DeviceLimit("cpu", "memory", "GB/s", limit)));
    }

    /** A quarter of 4 processors is 1. */
    @Test
    void at_the_bounds_nothing_is_in_the_way() {
        assertThat(obstacles(1, run(STEADY, true), STEADY)).isEmpty();
        assertThat(obstacles(0, run(STEADY, true), STEADY)).isEmpty();
    }

    @Test
    void each_obstacle_is_named() {
        assertThat(obstacles(1.01, run(STEADY, true), STEADY))
                .containsExactly(
                        "the load of the last minute was 1.01 before the start, above 25 % of the processors (1.00)");
        assertThat(obstacles(-1, run(STEADY, true), STEADY)).containsExactly("this system does not report its load");
        assertThat(obstacles(0, run(DISTURBED, true), STEADY))
                .containsExactly("the measurements of ring differ by a factor of 1.50, above 1.25");
        assertThat(obstacles(0, run(STEADY, true), DISTURBED))
                .containsExactly("the measurements of memory differ by a factor of 1.50, above 1.25");
        assertThat(obstacles(0, run(STEADY, false), STEADY)).containsExactly("ring has values that are not finite");
        assertThat(obstacles(-1, run(DISTURBED, false), DISTURBED)).hasSize(4);
    }
}
