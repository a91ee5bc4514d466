package org.gan4j.experiments.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.experiments.run.Games;
import org.gan4j.experiments.store.ComparisonPlan;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.FolderLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells 1 to 4 are one/seed1, one/seed2, wide/seed1 and wide/seed2. */
class CellTest {
    @TempDir
    Path home;

    @TempDir
    Path other;

    private static List<Experiment> grid(Games games) {
        return games.cells("loss=one,wide(margin=0.5)", "loss.floor=2", "seed=1,2", "checkpoint.every=10");
    }

    private static RunFolder planned(Games games) {
        return games.runner().plan(grid(games), ComparisonPlan.of(List.of(), List.of()), List.of());
    }

    private void assertThatItIsThatOfOneCommand(Comparison comparison) {
        Games games = new Games(other);
        Comparison whole = games.runner().compare(grid(games));
        assertThat(comparison.rows()).isEqualTo(whole.rows());
        assertThat(comparison.table()).isEqualTo(whole.table());
        assertThat(comparison.differences()).isEqualTo(whole.differences());
        assertThat(comparison.conclusion()).isEqualTo(whole.conclusion());
        assertThat(comparison.outcomes().stream().map(Outcome::weights).toList())
                .isEqualTo(whole.outcomes().stream().map(Outcome::weights).toList());
    }

    @Test
    void cells_in_any_order_come_to_what_one_command_comes_to() {
        Games games = new Games(home);
        RunFolder folder = planned(games);
        assertThat(RunFolder.below(home)).containsExactly(folder);

        for (int cell : List.of(4, 1, 3, 2)) {
            assertThat(games.runner().cell(folder, cell).status()).isEqualTo(Status.FINISHED);
        }

        // The comparison and a run for each cell, which resuming neither repeats nor changes.
        assertThat(RunFolder.below(home)).hasSize(5);
        assertThatItIsThatOfOneCommand(games.runner().resumeComparison(folder));
        assertThat(RunFolder.below(home)).hasSize(5);
        // Concluded once more, the runs are still in the order of the cells and not in that of their making.
        assertThatItIsThatOfOneCommand(games.runner().resumeComparison(folder));
    }

    @Test
    void a_finished_cell_is_found_and_a_killed_one_is_the_same_run_again() throws IOException {
        Games games = new Games(home);
        RunFolder folder = planned(games);
        Outcome first = games.runner().cell(folder, 2);
        assertThat(games.runner().cell(folder, 2)).isEqualTo(first);

        // As a kill leaves it: the run has a checkpoint and no end.
        RunFolder run = RunFolder.open(first.folder());
        Files.delete(run.outcomeJson());
        Outcome again = games.runner().cell(folder, 2);

        assertThat(again.folder()).isEqualTo(first.folder());
        assertThat(again.weights()).isEqualTo(first.weights());
        assertThat(RunFolder.below(home)).hasSize(2);
        // The other three are made by resuming.
        assertThatItIsThatOfOneCommand(games.runner().resumeComparison(folder));
    }

    @Test
    void of_several_at_once_at_one_cell_each_makes_it_finds_it_or_leaves() throws Exception {
        Games games = new Games(home);
        RunFolder folder = planned(games);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            outcomes.add(threads.submit(() -> games.runner().cell(folder, 1)));
        }
        threads.shutdown();
        int made = 0;
        for (Future<Outcome> outcome : outcomes) {
            try {
                assertThat(outcome.get().status()).isEqualTo(Status.FINISHED);
                made++;
            } catch (ExecutionException e) {
                assertThat(e).cause().isInstanceOf(WorkFailed.class).hasMessageContaining("another process works on");
            }
        }
        assertThat(made).isPositive();
        assertThat(RunFolder.below(home)).hasSize(2);
    }

    @Test
    void a_cell_that_another_process_works_on_is_left_to_it_also_when_the_comparison_is_resumed() throws IOException {
        Games games = new Games(home);
        RunFolder folder = planned(games);
        Files.createDirectories(folder.cellLock(3).getParent());
        try (FolderLock held = FolderLock.take(folder.cellLock(3)).orElseThrow()) {
            assertThat(held.file()).isNotNull();
            assertThatThrownBy(() -> games.runner().cell(folder, 3))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("another process works on cell 3");
            assertThatThrownBy(() -> games.runner().resumeComparison(folder))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("other processes work on 1 cells")
                    .hasMessageContaining("gan resume " + folder.path());
        }
        assertThat(RunFolder.below(home)).hasSize(4);
        assertThatItIsThatOfOneCommand(games.runner().resumeComparison(folder));
    }

    @Test
    void a_grid_that_names_a_cell_twice_has_a_run_for_each() {
        Games games = new Games(home);
        RunFolder folder =
                games.runner().plan(games.cells("seed=1,1"), ComparisonPlan.of(List.of(), List.of()), List.of());
        Outcome second = games.runner().cell(folder, 2);
        Outcome first = games.runner().cell(folder, 1);
        assertThat(first.folder()).isNotEqualTo(second.folder());
        assertThat(games.runner().cell(folder, 2).folder()).isEqualTo(second.folder());
    }

    @Test
    void a_folder_that_was_moved_still_gets_its_runs_beside_it() throws IOException {
        Games games = new Games(home.resolve("here"));
        Path before = planned(games).path();
        Path after = other.resolve("there");
        Files.move(home.resolve("here"), after);
        RunFolder moved =
                new RunFolder(after.resolve(before.getParent().getFileName()).resolve(before.getFileName()));

        Outcome outcome = games.runner().cell(moved, 1);

        assertThat(outcome.folder()).hasParent(moved.path().getParent());
        assertThat(home.resolve("here")).doesNotExist();
    }

    /** The first run's record names the first place, and the others' the second. */
    @Test
    void a_comparison_that_was_moved_half_way_comes_to_the_same() throws IOException {
        Games games = new Games(home.resolve("here"));
        RunFolder folder = planned(games);
        games.runner().cell(folder, 1);
        Path after = home.resolve("there");
        Files.move(home.resolve("here"), after);
        Path recipe = after.resolve(folder.path().getParent().getFileName());

        assertThatItIsThatOfOneCommand(games.runner().resumeComparison(new RunFolder(recipe.resolve(folder.name()))));
        assertThat(RunFolder.below(after)).hasSize(5);
    }

    @Test
    void a_cell_that_is_not_there_or_was_changed_is_refused() throws IOException {
        Games games = new Games(home);
        RunFolder folder = planned(games);
        for (int cell : List.of(0, 5, -1)) {
            assertThatThrownBy(() -> games.runner().cell(folder, cell))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("has the cells 1 to 4");
        }
        Path file = ComparisonPlan.read(folder.cells()).get(0);
        Files.writeString(file, Files.readString(file).replace("steps: 20", "steps: 21"));
        assertThatThrownBy(() -> games.runner().cell(folder, 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("its cells are not those that were planned");
    }
}
