package org.gan4j.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.junit.jupiter.api.Test;

class PushTest {
    /** Two slopes of a mean over two examples: each is doubled and turned round. Their lengths are 2·0.5 and 2·1. */
    @Test
    void a_push_is_minus_the_slope_of_an_examples_own_loss() {
        Push push = Push.against(new FloatTensor(Shape.of(2, 2), new float[] {0.3f, -0.4f, 0, 1}));

        assertThat(push.arrows()).containsExactly(-0.6f, 0.8f, -0f, -2);
        assertThat(push.mean()).isCloseTo((1 + 2) / 2.0, within(1e-6));
    }

    @Test
    void a_push_has_arrows_for_the_first_examples_alone() {
        Push push = Push.against(new FloatTensor(Shape.of(500, 1), new float[500]));

        assertThat(push.arrows()).hasSize(Push.ARROWS);
    }
}
