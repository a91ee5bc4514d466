package org.gan4j.experiments.reproduce.section7.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.junit.jupiter.api.Test;

class RecoveredLatentsTest {
    private static FloatTensor rows(float... values) {
        return new FloatTensor(Shape.of(values.length / 2, 2), values);
    }

    @Test
    void errors_are_means_over_draws_and_values() {
        FloatTensor z = rows(0, 1, 2, 5);
        // (1 + 0 + 0 + 4) / 4; the variances of (0, 2) and (1, 5) are 1 and 4.
        RecoveredLatents recovered = RecoveredLatents.of(z, rows(1, 1, 2, 3), rows(0, 0, 1, 3), rows(0, 0, 0, 0));
        assertThat(recovered.error()).isEqualTo(1.25);
        assertThat(recovered.variance()).isEqualTo(2.5);
        assertThat(recovered.share()).isEqualTo(0.5);
        // 1 and 9 over four values; the two samples differ by 1 and 3, there and back.
        assertThat(recovered.rebuilt()).isEqualTo(2.5);
        assertThat(recovered.apart()).isEqualTo(5);
    }

    @Test
    void who_answers_with_the_mean_errs_by_the_variance() {
        FloatTensor z = rows(0, 1, 2, 5, 4, 9);
        FloatTensor mean = rows(2, 5, 2, 5, 2, 5);
        assertThat(RecoveredLatents.of(z, mean, z, z).share()).isCloseTo(1, within(1e-12));
    }
}
