package org.gan4j.experiments.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FamilyTest {
    /**
     * A pair whose three differences have mean m and standard deviation 1: t² = 3m², so p = 1 - √(3m²/(2 + 3m²)) and, the other
     * way round, m² = 2/3 · (1 - p)²/(1 - (1 - p)²).
     */
    private static PairedValues pair(String metric, String b, double p) {
        double q = 1 - p;
        double m = Math.sqrt(2.0 / 3 * q * q / (1 - q * q));
        return new PairedValues("a", b, metric, List.of(m - 1, m, m + 1));
    }

    @Test
    void holm_multiplies_the_smallest_most_and_never_reverses_the_order() {
        PairedValues first = pair("eval/x", "b", 0.01);
        PairedValues second = pair("eval/x", "c", 0.04);
        PairedValues third = pair("eval/y", "b", 0.03);
        HolmFamily family = HolmFamily.of(List.of(first, second, third));
        assertThat(family.adjusted(first)).isCloseTo(3 * 0.01, within(1e-9));
        assertThat(family.adjusted(third)).isCloseTo(2 * 0.03, within(1e-9));
        // 1 · 0.04 is below the one before
        assertThat(family.adjusted(second)).isCloseTo(2 * 0.03, within(1e-9));
        assertThat(family.isClaim(first)).isTrue();
        assertThat(family.isClaim(third)).isFalse();
        assertThat(family.size()).isEqualTo(3);
    }

    @Test
    void adjusted_p_is_at_most_one() {
        PairedValues half = pair("eval/x", "b", 0.5);
        HolmFamily family = HolmFamily.of(List.of(half, pair("eval/x", "c", 0.6), pair("eval/x", "d", 0.7)));
        assertThat(family.adjusted(half)).isEqualTo(1);
    }

    @Test
    void signals_of_training_are_no_part_of_a_family_that_has_evaluations() {
        PairedValues signal = pair("d/real", "b", 0.001);
        HolmFamily family = HolmFamily.of(List.of(pair("eval/x", "b", 0.04), signal));
        assertThat(family.size()).isEqualTo(1);
        assertThat(family.contains(signal)).isFalse();
        assertThat(family.isClaim(signal)).isFalse();
        assertThat(HolmFamily.of(List.of(signal)).isClaim(signal)).isTrue();
    }

    @Test
    void pair_with_too_few_seeds_does_not_make_the_others_harder() {
        PairedValues few = new PairedValues("a", "c", "eval/x", List.of(1.0, 2.0));
        PairedValues enough = pair("eval/x", "b", 0.04);
        HolmFamily family = HolmFamily.of(List.of(few, enough));
        assertThat(family.adjusted(enough)).isCloseTo(0.04, within(1e-9));
        assertThat(family.adjusted(few)).isNaN();
        assertThat(family.isClaim(few)).isFalse();
    }
}
