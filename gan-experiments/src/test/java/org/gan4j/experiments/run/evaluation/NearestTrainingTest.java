package org.gan4j.experiments.run.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Table;
import org.junit.jupiter.api.Test;

class NearestTrainingTest {
    private static final Shape TWO = Shape.of(1, 2);

    private static FloatTensor pictures(float... values) {
        return new FloatTensor(TWO.prepend(values.length / 2), values);
    }

    @Test
    void the_nearest_come_in_order_and_of_equal_ones_the_first() {
        // The distances from (0, 0) are 5, 1, 2, 1; those from (3, 4) are 0, √20, √20, √18.
        Table training = new Table(TWO, new float[] {3, 4, 1, 0, -1.2f, 1.6f, 0, 1}, Optional.empty());

        int[][] rows = NearestTraining.rows(pictures(0, 0, 3, 4), training, 3);

        assertThat(rows[0]).containsExactly(1, 3, 2);
        assertThat(rows[1]).startsWith(0, 3);
    }

    @Test
    void a_set_with_fewer_examples_gives_all_of_them() {
        Table training = new Table(TWO, new float[] {3, 4, 1, 0}, Optional.empty());

        assertThat(NearestTraining.rows(pictures(0, 0), training, 3)[0]).containsExactly(1, 0);
    }

    @Test
    void examples_of_all_chunks_are_looked_at() {
        // Rows of 1,024 values come 1,024 at a time; the nearest to 0 lies in the third part.
        Shape wide = Shape.of(32, 32);
        byte[] bytes = new byte[2_500 * 1_024];
        Arrays.fill(bytes, (byte) 200);
        Arrays.fill(bytes, 2_400 * 1_024, 2_401 * 1_024, (byte) 10);
        Arrays.fill(bytes, 7 * 1_024, 8 * 1_024, (byte) 20);
        FloatTensor black = new FloatTensor(wide.prepend(1), new float[1_024]);

        assertThat(NearestTraining.rows(black, new Table(wide, bytes, Optional.empty()), 3)[0])
                .containsExactly(2_400, 7, 0);
    }

    @Test
    void of_a_large_set_a_fixed_number_of_distinct_examples_is_looked_at() {
        assertThat(NearestTraining.looked(50_000))
                .containsExactly(IntStream.range(0, 50_000).toArray());
        int[] looked = NearestTraining.looked(60_000);
        assertThat(looked).hasSize(50_000).isSorted().doesNotHaveDuplicates();
        assertThat(looked[0]).isNotNegative();
        assertThat(looked[49_999]).isLessThan(60_000);
        assertThat(NearestTraining.looked(60_000)).containsExactly(looked);
    }

    @Test
    void the_neighbours_stand_below_their_picture() {
        Table training = new Table(TWO, new float[] {3, 4, 1, 0}, Optional.empty());

        FloatTensor stacked = NeighbourPictures.stacked(pictures(0, 0, 9, 9), training);

        assertThat(stacked.shape()).isEqualTo(Shape.of(6, 1, 2));
        assertThat(stacked.values()).containsExactly(0, 0, 9, 9, 1, 0, 3, 4, 3, 4, 1, 0);
    }
}
