package org.gan4j.experiments.library.data.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.problem.InvalidInput;
import org.junit.jupiter.api.Test;

class HashSplitTest {
    @Test
    void the_hash_of_the_name_decides() {
        // printf abc | sha256sum begins with ba7816bf = 3128432319, whose last digit is 9.
        assertThat(HashSplit.of("abc")).isEqualTo(Split.TRAIN);
        // The empty name's begins with e3b0c442 = 3820012610, whose last digit is 0.
        assertThat(HashSplit.of("")).isEqualTo(Split.TEST);
    }

    @Test
    void eight_of_ten_are_for_training_and_every_row_is_in_one_split() {
        int[] train = HashSplit.rows(10_000, Split.TRAIN);
        int[] validation = HashSplit.rows(10_000, Split.VALIDATION);
        int[] test = HashSplit.rows(10_000, Split.TEST);
        // A count has a standard deviation of at most √(10,000 · 0.16) = 40; five of them are 200.
        assertThat(train.length).isBetween(7_800, 8_200);
        assertThat(test.length).isBetween(800, 1_200);
        int[] all = concat(train, validation, test);
        Arrays.sort(all);
        assertThat(all).isEqualTo(IntStream.range(0, 10_000).toArray());
    }

    private static int[] concat(int[]... parts) {
        return Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
    }

    @Test
    void rows_that_are_appended_move_no_other() {
        int[] before = HashSplit.rows(100, Split.TEST);
        assertThat(HashSplit.rows(200, Split.TEST)).startsWith(before);
    }

    @Test
    void a_split_without_examples_is_refused() {
        Table one = new Table(Shape.of(1), new float[] {1}, Optional.empty());
        Split empty = HashSplit.of("0") == Split.TEST ? Split.VALIDATION : Split.TEST;
        assertThatThrownBy(() -> HashSplit.select(one, empty, "dataset.file"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("dataset.file")
                .hasMessageContaining("none of the 1 examples falls into the " + empty);
    }
}
