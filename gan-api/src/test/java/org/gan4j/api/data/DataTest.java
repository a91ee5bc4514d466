package org.gan4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.plain.Array;
import org.gan4j.plain.RealAlgebra;
import org.junit.jupiter.api.Test;

class DataTest {
    private final Table table = new Table(
            Shape.of(2), new byte[] {0, (byte) 255, 51, (byte) 204, 102, (byte) 153}, Optional.of(new int[] {7, 8, 9}));

    @Test
    void bytes_stand_for_0_to_1() {
        // 51/255 = 0.2 and so on; bytes above 127 are no negative numbers.
        assertThat(table.toFloats())
                .isEqualTo(new FloatTensor(Shape.of(3, 2), new float[] {0, 1, 0.2f, 0.8f, 0.4f, 0.6f}));
        assertThat(table.count()).isEqualTo(3);
    }

    /** Each of the three examples is known by its label. */
    @Test
    void drawn_examples_are_distinct_keep_their_labels_and_follow_from_the_seed() {
        assertThat(table.drawn(3, 5).labels().orElseThrow()).containsExactlyInAnyOrder(7, 8, 9);
        Table two = table.drawn(2, 5);
        assertThat(two.labels().orElseThrow()).doesNotHaveDuplicates().hasSize(2);
        assertThat(two.toFloats()).isEqualTo(table.drawn(3, 5).slice(0, 2).toFloats());
        assertThat(two.toFloats().values()[0]).isEqualTo((two.labels().orElseThrow()[0] - 7) * 0.2f, within(1e-6f));
    }

    @Test
    void the_mean_is_that_of_each_dimension() {
        // (0 + 0.2 + 0.4) / 3 and (1 + 0.8 + 0.6) / 3.
        assertThat(table.mean()).containsExactly(new double[] {0.2, 0.8}, within(1e-12));
    }

    @Test
    void a_slice_keeps_examples_with_their_labels() {
        Table slice = table.slice(1, 3);
        assertThat(slice.values()).isEqualTo(new Values.Bytes(new byte[] {51, (byte) 204, 102, (byte) 153}));
        assertThat(slice.labels().orElseThrow()).containsExactly(8, 9);
    }

    @Test
    void contrast_normalisation_takes_out_the_mean_and_gives_each_example_one_length() {
        // 0, 1: mean 0.5, length √(0.25 + 0.25) = √0.5, so -0.5·10/√0.5 = -√50 and √50; 0.2, 0.8 and 0.4, 0.6 the same.
        float root = (float) Math.sqrt(50);
        assertThat(table.with(new Contrast(10)).toFloats().values())
                .containsExactly(new float[] {-root, root, -root, root, -root, root}, within(1e-5f));
        assertThat(table.with(new Contrast(10)).slice(2, 3).mean())
                .containsExactly(new double[] {-Math.sqrt(50), Math.sqrt(50)}, within(1e-9));
    }

    @Test
    void an_example_of_equal_values_becomes_zeros() {
        Table even = new Table(Shape.of(3), new byte[] {77, 77, 77}, Optional.empty()).with(new Contrast(55));
        assertThat(even.toFloats().values()).containsOnly(0);
    }

    @Test
    void contrast_in_the_algebra_is_that_on_the_host() {
        byte[] bytes = new byte[4 * 12];
        new Random(1).nextBytes(bytes);
        Arrays.fill(bytes, 0, 12, (byte) 200);
        Table colours = new Table(Shape.of(2, 2, 3), bytes, Optional.empty());
        FloatTensor scaled = colours.toFloats();
        RealAlgebra real = new RealAlgebra();
        double[] values = new double[bytes.length];
        Arrays.setAll(values, i -> scaled.values()[i]);
        Array numbers = colours.with(new Contrast(55))
                .numbers(Expr.of(real, new Array(scaled.shape(), values)))
                .raw();

        float[] host = colours.with(new Contrast(55)).toFloats().values();
        for (int i = 0; i < host.length; i++) {
            assertThat(numbers.values()[i]).isCloseTo(host[i], within(1e-4));
        }
    }

    @Test
    void half_an_example_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table(Shape.of(2), new byte[3], Optional.empty()))
                .withMessage("3 bytes are not a whole number of examples of shape [2]");
    }

    @Test
    void tensors_are_cut_by_examples() {
        FloatTensor tensor = new FloatTensor(Shape.of(3, 2), new float[] {1, 2, 3, 4, 5, 6});
        assertThat(tensor.row(1)).containsExactly(3, 4);
        assertThat(tensor.slice(1, 3)).isEqualTo(new FloatTensor(Shape.of(2, 2), new float[] {3, 4, 5, 6}));
        assertThat(tensor.width()).isEqualTo(2);
        assertThat(new FloatTensor(Shape.of(0, 4), new float[0]).width()).isEqualTo(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FloatTensor(Shape.of(2), new float[3]))
                .withMessage("shape [2] holds 2 values, not 3");
    }
}
