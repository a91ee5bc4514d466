package org.gan4j.experiments.library.metric.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    @Test
    void the_largest_sum_may_need_rows_that_do_not_get_their_largest_value() {
        // Greedy takes 9 and is left with 1; 8 + 7 is more.
        assertThat(Assignment.best(new int[][] {{9, 8}, {7, 1}})).containsExactly(1, 0);
    }

    @Test
    void a_row_without_a_column_has_none() {
        assertThat(Assignment.best(new int[][] {{1}, {5}, {2}})).containsExactly(-1, 0, -1);
        assertThat(Assignment.best(new int[][] {{1, 5, 2}})).containsExactly(1);
    }

    /** Against all permutations. */
    @Test
    void it_is_exact() {
        Random random = new Random(1);
        for (int trial = 0; trial < 200; trial++) {
            int[][] values = new int[5][5];
            for (int[] row : values) {
                for (int k = 0; k < row.length; k++) {
                    row[k] = random.nextInt(10);
                }
            }
            int[] columns = Assignment.best(values);
            assertThat(columns).doesNotHaveDuplicates();
            int sum = 0;
            for (int row = 0; row < 5; row++) {
                sum += values[row][columns[row]];
            }
            assertThat(sum).isEqualTo(largest(values, 0, 0));
        }
    }

    private static int largest(int[][] values, int row, int taken) {
        int best = 0;
        for (int column = 0; row < values.length && column < values.length; column++) {
            if ((taken >> column & 1) == 0) {
                best = Math.max(best, values[row][column] + largest(values, row + 1, taken | 1 << column));
            }
        }
        return best;
    }
}
