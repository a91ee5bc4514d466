package org.gan4j.experiments.store.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.api.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogitsTest {
    @TempDir
    Path temp;

    @Test
    void logits_are_counted_in_bins_of_a_quarter_of_which_the_outermost_are_open() throws Exception {
        float[] fake = {-0.26f, -0.25f, -0.01f, 0, 0.24f, 0.25f, -100, 100, Float.POSITIVE_INFINITY, Float.NaN};
        Path file = temp.resolve("artifacts/logits.csv");

        LogitHistogram.of(fake, new float[] {0.1f}).append(file, 7);

        // Edges are …, -0.5, -0.25, 0, 0.25, …; an edge belongs to the bin on its right. The last bin begins at 20 -
        // 0.25.
        assertThat(Files.readString(file))
                .isEqualTo("step,logit,fake,real\n"
                        + "7,-20.00,1,0\n7,-0.50,1,0\n7,-0.25,2,0\n7,0.00,2,1\n7,0.25,1,0\n7,19.75,2,0\n");
        assertThat(LogitHistogram.of(fake, new float[0]).fakes()).isEqualTo(9);
    }

    @Test
    void looks_come_back_as_they_were_and_those_that_a_resumed_run_repeats_give_way() {
        Path file = temp.resolve("logits.csv");
        LogitHistogram early = LogitHistogram.of(new float[] {1, 2}, new float[] {3});
        LogitHistogram lost = LogitHistogram.of(new float[] {4}, new float[] {5});
        LogitHistogram again = LogitHistogram.of(new float[] {-4, -4}, new float[] {6});
        early.append(file, 0);
        lost.append(file, 10);
        lost.append(file, 20);

        again.append(file, 10);

        assertThat(LogitHistogram.read(file))
                .containsOnlyKeys(0L, 10L)
                .containsEntry(0L, early)
                .containsEntry(10L, again);
    }

    @Test
    void a_line_that_is_damaged_is_named() throws Exception {
        Path file = Files.writeString(temp.resolve("logits.csv"), "step,logit,fake,real\n0,0.00,1\n");

        assertThatThrownBy(() -> LogitHistogram.read(file))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("logits.csv:2")
                .hasMessageContaining("expected step,logit,fake,real");
    }
}
