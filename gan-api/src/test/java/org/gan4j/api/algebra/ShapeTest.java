package org.gan4j.api.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void a_scalar_has_no_axes_and_one_value() {
        assertThat(Shape.of().rank()).isZero();
        assertThat(Shape.of().size()).isEqualTo(1);
        assertThat(Shape.of()).hasToString("[]");
    }

    @Test
    void an_unknown_batch_counts_as_one_and_is_printed_by_name() {
        assertThat(Shape.of(28, 28).batched().size()).isEqualTo(784);
        assertThat(Shape.of(28, 28).batched()).hasToString("[batch×28×28]");
        assertThat(Shape.of(2).batched()).isEqualTo(Shape.of(Shape.ANY, 2));
    }

    @Test
    void axes_count_from_the_end_when_negative() {
        assertThat(Shape.of(2, 3, 4).dim(-1)).isEqualTo(4);
        assertThat(Shape.of(2, 3, 4).dim(0)).isEqualTo(2);
    }

    @Test
    void an_example_is_what_remains_without_the_batch() {
        assertThat(Shape.of(5, 2, 3).example()).isEqualTo(Shape.of(2, 3));
        assertThat(Shape.of(2, 3).prepend(5).toArray()).containsExactly(5, 2, 3);
    }

    @Test
    void sizes_below_the_unknown_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(3, -2))
                .withMessage("a shape holds sizes of 0 or more, or -1 for the batch; got [3, -2]");
    }

    @Test
    void a_shape_does_not_change_with_the_list_it_was_made_from() {
        List<Integer> dims = new java.util.ArrayList<>(List.of(1));
        Shape shape = new Shape(dims);
        dims.add(2);
        assertThat(shape).isEqualTo(Shape.of(1));
    }
}
