package org.gan4j.experiments.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.experiments.run.Games;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellExecutorTest {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    Path one;

    @TempDir
    Path three;

    private static boolean meet(CountDownLatch all) {
        all.countDown();
        try {
            return all.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void so_many_are_under_way_at_the_same_time_and_results_come_in_the_cells_order() {
        CountDownLatch two = new CountDownLatch(2);
        // Each ends only once the other has begun; the second ends before the first.
        CountDownLatch secondDone = new CountDownLatch(1);
        List<Supplier<Optional<String>>> cells =
                List.of(() -> Optional.of(meet(two) && awaits(secondDone) ? "first" : "alone"), () -> {
                    boolean met = meet(two);
                    secondDone.countDown();
                    return Optional.of(met ? "second" : "alone");
                });

        assertThat(new CellExecutor(2).all(cells)).containsExactly("first", "second");
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            return latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void one_at_a_time_is_one_after_the_other() {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        List<Supplier<Optional<Integer>>> cells = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int cell = i;
            cells.add(() -> {
                heard.add("begin " + cell);
                heard.add("end " + cell);
                return cell == 3 ? Optional.empty() : Optional.of(cell);
            });
        }

        assertThat(new CellExecutor(1).all(cells)).containsExactly(0, 1, 2, 4);
        assertThat(heard)
                .containsExactly(
                        "begin 0", "end 0", "begin 1", "end 1", "begin 2", "end 2", "begin 3", "end 3", "begin 4",
                        "end 4");
    }

    @Test
    void a_fault_is_told_and_nothing_further_is_begun() {
        List<String> begun = Collections.synchronizedList(new ArrayList<>());
        List<Supplier<Optional<String>>> cells = List.of(
                () -> {
                    throw new WorkFailed("no such device");
                },
                () -> {
                    begun.add("second");
                    return Optional.of("second");
                });

        assertThatThrownBy(() -> new CellExecutor(1).all(cells))
                .isInstanceOf(WorkFailed.class)
                .hasMessage("no such device");
        assertThat(begun).isEmpty();
    }

    @Test
    void a_comparison_comes_to_the_same_however_many_run_at_a_time() {
        Games alone = new Games(one);
        Games beside = new Games(three);
        Comparison expected = alone.runner().compare(alone.cells("loss=one,wide", "seed=1,2,3"));

        Comparison made = beside.runner().together(3).compare(beside.cells("loss=one,wide", "seed=1,2,3"));

        assertThat(made.rows()).isEqualTo(expected.rows());
        assertThat(made.differences()).isEqualTo(expected.differences());
        assertThat(made.outcomes().stream().map(Outcome::weights))
                .isEqualTo(expected.outcomes().stream().map(Outcome::weights).toList());
    }
}
