package org.gan4j.experiments.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    /** Half a second, doubled with each failure, at most 30 s (2^6 / 2 = 32 would be more), each give or take a fifth. */
    @ParameterizedTest
    @CsvSource({"1,500", "2,1000", "3,2000", "6,16000", "7,30000", "50,30000"})
    void a_pause_doubles_up_to_the_longest_and_is_never_the_same_for_all(int failures, long millis) {
        Set<Long> pauses = new HashSet<>();
        for (int draw = 0; draw < 100; draw++) {
            pauses.add(RetryPolicy.STANDARD.pauseMillis(failures));
        }

        assertThat(pauses).allMatch(pause -> pause >= 0.8 * millis - 1 && pause <= 1.2 * millis);
        // A hundred draws of at least 200 values: that all are one has the chance 200^-99.
        assertThat(pauses).hasSizeGreaterThan(1);
    }
}
