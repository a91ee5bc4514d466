package org.gan4j.plain.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.plain.Array;
import org.gan4j.plain.Dual;
import org.gan4j.plain.DualAlgebra;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.plain.shape.ShapeAlgebra;
import org.gan4j.standard.initializer.Constant;
import org.junit.jupiter.api.Test;

class KeptStatesTest {
    private static final Scope AT = new Scope("d.mean");
    private static final Shape TWO = Shape.of(2);

    private final RealAlgebra training = new RealAlgebra(Map.of(), true, 1);

    private static <T> T state(NetAlgebra<T> net) {
        return net.state(AT, TWO, new Constant(3));
    }

    @Test
    void uses_within_an_update_follow_each_other() {
        assertThat(state(training)).isEqualTo(Array.of(3, 3));
        training.keep(AT, Array.of(4, 5));
        assertThat(state(training)).isEqualTo(Array.of(4, 5));
        training.keep(AT, Array.of(6, 7));
        assertThat(training.states().before(AT, TWO, new Constant(3))).isEqualTo(Array.of(3, 3));
        assertThat(training.states().kept()).containsExactly(Map.entry("d.mean", Array.of(6, 7)));
    }

    @Test
    void the_next_update_begins_with_what_the_last_one_kept() {
        RealAlgebra next = new RealAlgebra(Map.of("d.mean", Array.of(6, 7)), true, 1);
        assertThat(state(next)).isEqualTo(Array.of(6, 7));
    }

    @Test
    void a_net_that_is_not_trained_keeps_nothing() {
        RealAlgebra using = new RealAlgebra(Map.of(), false, 1);
        state(using);
        using.keep(AT, Array.of(4, 5));
        assertThat(state(using)).isEqualTo(Array.of(3, 3));
        assertThat(using.states().kept()).isEmpty();
    }

    @Test
    void a_state_is_no_weight() {
        state(training);
        assertThat(training.parameters()).isEmpty();
        ShapeAlgebra shapes = new ShapeAlgebra();
        state(shapes);
        assertThat(shapes.parameterCount()).isZero();
        assertThat(shapes.states().known()).containsExactly(Map.entry("d.mean", TWO));
    }

    @Test
    void no_slope_passes_a_state() {
        DualAlgebra<Array> duals = new DualAlgebra<>(training);
        state(duals);
        duals.keep(AT, new Dual<>(Array.of(4, 5), Array.of(1, 1)));
        assertThat(state(duals)).isEqualTo(new Dual<>(Array.of(4, 5), Array.of(0, 0)));
        assertThat(duals.states().before(AT, TWO, new Constant(3)))
                .isEqualTo(new Dual<>(Array.of(3, 3), Array.of(0, 0)));
    }

    @Test
    void what_does_not_fit_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training.keep(AT, Array.of(1, 2)))
                .withMessageContaining("d.mean is kept before anybody has asked for it");
        state(training);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training.keep(AT, Array.of(1, 2, 3)))
                .withMessage("the state d.mean has the shape [2], not [3]");
        ShapeAlgebra shapes = new ShapeAlgebra();
        state(shapes);
        assertThatIllegalArgumentException().isThrownBy(() -> shapes.keep(AT, Shape.of(3)));
    }
}
