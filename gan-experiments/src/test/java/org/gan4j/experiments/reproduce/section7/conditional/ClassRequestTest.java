package org.gan4j.experiments.reproduce.section7.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.gan4j.experiments.reproduce.section7.conditional.ConditionalResult.ClassRow;
import org.junit.jupiter.api.Test;

class ClassRequestTest {
    private static final double Z = 1.959963984540054;

    private final ClassRequest asked =
            new ClassRequest(3, ClassRequest.each(3, 4), new int[] {0, 0, 0, 2, 1, 1, 1, 1, 0, 1, 1, 2});

    @Test
    void each_class_is_asked_for_as_often() {
        assertThat(asked.asked()).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2);
    }

    @Test
    void agreement_counts_equal_places_over_all_and_by_class() {
        assertThat(asked.agreement()).isEqualTo(AccuracyShare.of(12, 8));
        assertThat(asked.agreement(0)).isEqualTo(AccuracyShare.of(4, 3));
        assertThat(asked.agreement(2).value()).isEqualTo(0.25);
        assertThat(asked.mistakenFor(0)).isEqualTo(2);
        assertThat(asked.mistakenFor(1)).isEqualTo(1);
        assertThat(asked.mistakenFor(2)).isEqualTo(1);
        assertThat(asked.rows().get(2)).isEqualTo(new ClassRow(2, 4, 0.25, Optional.of(1)));
    }

    @Test
    void shuffled_classes_agree_as_often_as_chance_has_it() {
        int[] all = ClassRequest.each(10, 1000);
        AccuracyShare shuffled = new ClassRequest(10, all, all).shuffled(3);
        // 10,000 places, each equal with a chance of 1/10: deviation 0.003; five of them.
        assertThat(shuffled.value()).isCloseTo(0.1, within(0.015));
        assertThat(new ClassRequest(10, all, all).agreement().value()).isEqualTo(1);
    }

    @Test
    void both_ends_of_the_interval_are_the_chances_that_lie_1_96_of_their_own_errors_away() {
        AccuracyShare share = AccuracyShare.of(50, 45);
        for (double end : new double[] {share.low(), share.high()}) {
            assertThat(Math.abs(0.9 - end) / Math.sqrt(end * (1 - end) / 50)).isCloseTo(Z, within(1e-9));
        }
        assertThat(share.low()).isLessThan(0.9);
        assertThat(share.high()).isBetween(0.9, 1.0);
        // All of 20: (1 - p)/√(p(1 - p)/20) = z, so p = 20/(20 + z²).
        assertThat(AccuracyShare.of(20, 20).low()).isCloseTo(20 / (20 + Z * Z), within(1e-12));
        assertThat(AccuracyShare.of(20, 20).high()).isCloseTo(1, within(1e-12));
    }
}
