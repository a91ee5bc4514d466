package org.gan4j.experiments.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.report.ReportWriter;
import org.gan4j.experiments.run.Games;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridRunnerTest {
    @TempDir
    Path whole;

    @TempDir
    Path cut;

    private static List<Experiment> grid(Games games) {
        return games.cells("loss=one,wide(margin=0.5)", "loss.floor=2", "seed=1,2", "checkpoint.every=10");
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<String> weights(Comparison comparison) {
        return comparison.outcomes().stream().map(Outcome::weights).toList();
    }

    @Test
    void a_cut_comparison_goes_on_and_comes_to_what_it_would_have_been() throws IOException {
        Games games = new Games(cut);
        Comparison before = games.runner().compare(grid(games));
        RunFolder folder = new RunFolder(before.folder());
        // As a kill leaves it: the second cell has no end, the third was not begun, the comparison says nothing.
        RunFolder second = new RunFolder(before.outcomes().get(1).folder());
        Files.delete(second.outcomeJson());
        delete(before.outcomes().get(2).folder());
        delete(before.outcomes().get(3).folder());
        Files.delete(folder.comparisonJson());
        Files.delete(folder.outcomeJson());
        long began = new RunFolder(before.outcomes().get(0).folder())
                .ending()
                .orElseThrow()
                .ended();

        Comparison after = games.runner().resumeComparison(folder);

        Games other = new Games(whole);
        Comparison uninterrupted = other.runner().compare(grid(other));
        assertThat(after.rows()).isEqualTo(uninterrupted.rows());
        assertThat(after.differences()).isEqualTo(uninterrupted.differences());
        assertThat(after.conclusion()).isEqualTo(uninterrupted.conclusion());
        assertThat(weights(after)).isEqualTo(weights(uninterrupted));
        assertThat(after.folder()).isEqualTo(before.folder());
        // What was finished is left alone, and what was cut is the same run.
        assertThat(new RunFolder(after.outcomes().get(0).folder())
                        .ending()
                        .orElseThrow()
                        .ended())
                .isEqualTo(began);
        assertThat(after.outcomes().get(1).folder()).isEqualTo(second.path());
        assertThat(RunFolder.below(cut)).hasSize(5);
    }

    @Test
    void a_comparison_of_runs_made_one_by_one_has_no_cells_to_go_on_with() {
        Games games = new Games(cut);
        List<RunFolder> runs = games.cells("loss=one,wide").stream()
                .map(cell -> RunFolder.open(games.runner().run(cell).folder()))
                .toList();
        RunFolder compared = RunFolder.open(
                games.instance(ReportWriter.class).write(runs, List.of()).getParent());

        assertThatThrownBy(() -> games.runner().resumeComparison(compared))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no cells are recorded here");
    }
}
