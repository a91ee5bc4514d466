package org.gan4j.experiments.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AveragesTest {
    private final Averages averages = new Averages();

    @Test
    void stretches_count_by_their_length() {
        averages.add(Map.of("a", 1.0), 1);
        averages.add(Map.of("a", 4.0), 2);
        // (1·1 + 4·2) / 3 = 3
        assertThat(averages.take()).containsExactly(Map.entry("a", 3.0));
        assertThat(averages.isEmpty()).isTrue();
    }

    @Test
    void a_nan_is_not_averaged_away() {
        averages.add(Map.of("a", Double.NaN), 1);
        averages.add(Map.of("a", 4.0), 1000);
        assertThat(averages.take().get("a")).isNaN();
    }
}
