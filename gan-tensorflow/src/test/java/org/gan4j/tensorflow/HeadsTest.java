package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.gan4j.api.Discriminator;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.api.train.Term;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.optimizer.Sgd;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests further outputs of D: trained by a term, and asked for after training. */
@Tag("tensorflow")
class HeadsTest {
    private static final float RATE = 0.01f;

    private static final Discriminator WITH_HEAD = data -> new NetSpec(
            List.of(new Dense(1, new Constant(0), new Constant(0))),
            Map.of("height", List.of(new Dense(1, new Constant(0), new Constant(0)))));

    /** The mean of (head - 3)² at generated examples. */
    private record Three(String head) implements Term {
        @Override
        public Player player() {
            return Player.DISCRIMINATOR;
        }

        @Override
        public double weight() {
            return 1;
        }

        @Override
        public <T> Expr<T> value(Step<T> step) {
            return step.apply(player(), step.get(Signal.FAKE), head)
                    .minus(3)
                    .square()
                    .mean();
        }
    }

    private static TensorFlowRun open(String head) {
        return Experiments.open(Experiments.ring()
                .discriminator(WITH_HEAD)
                .optimizer(new Sgd(RATE, 1, 0))
                .addTerm(new Three(head)));
    }

    @Test
    void a_term_trains_a_head_which_is_then_asked_for() {
        try (TensorFlowRun run = open("height")) {
            run.advance(1);
            FloatTensor x = new FloatTensor(Shape.of(2, 2), new float[] {0, 0, 1, 10});
            float[] w = run.weights().get("discriminator.height.dense1.weights").values();
            FloatTensor heights = run.head(x, "height");

            assertThat(heights.shape()).isEqualTo(Shape.of(2, 1));
            // From w = 0 and b = 0 the slope of (b - 3)² by b is -6, so one update makes b = 6·rate.
            assertThat(heights.values()[0]).isCloseTo(6 * RATE, within(1e-6f));
            assertThat(heights.values()[1]).isCloseTo(6 * RATE + w[0] + 10 * w[1], within(1e-5f));
            assertThat(w[0]).isNotZero();
        }
    }

    @Test
    void a_head_that_the_net_lacks_is_refused() {
        try (TensorFlowRun run = open("height")) {
            FloatTensor x = run.real(3, "x");
            assertThatThrownBy(() -> run.head(x, "width"))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage("the discriminator has no head 'width'; it has [height]");
        }
        assertThatThrownBy(() -> open("width")).hasMessageContaining("no head \"width\"");
    }
}
