package org.gan4j.experiments.program.command.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.experiments.program.command.GanLine;
import org.gan4j.experiments.store.ComparisonPlan;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.FolderLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exit codes of {@code gan cell}, by which engines decide: 0 has its result, 1 is worth a retry, 2 is not. */
class CellCommandTest {
    @TempDir
    Path runs;

    private final GanLine gan = new GanLine();

    private RunFolder planned(String... settings) {
        List<String> line = new ArrayList<>(List.of(
                "compare", "gaussian-1d", "loss=minimax,wasserstein", "backend=fake", "metrics=[]", "probes=[]"));
        line.addAll(List.of("steps=4", "runs=" + runs, "--plan-only"));
        line.addAll(List.of(settings));
        assertThat(gan.run(line.toArray(String[]::new))).as(gan.err()).isZero();
        return RunFolder.below(runs).get(0);
    }

    private int cell(RunFolder comparison, String number) {
        return gan.run("cell", comparison.path().toString(), number);
    }

    @Test
    void a_cell_has_its_result_when_it_ends_and_when_it_is_found_done() {
        RunFolder comparison = planned();
        assertThat(cell(comparison, "2")).isZero();
        assertThat(gan.out()).contains("status   finished");
        String first = gan.out();
        assertThat(cell(comparison, "2")).isZero();
        assertThat(gan.out()).isEqualTo(first);
    }

    @Test
    void a_run_that_diverged_has_its_result() {
        assertThat(cell(planned("backend.divergeAt=2"), "1")).isZero();
        assertThat(gan.out()).contains("status   diverged");
    }

    @Test
    void a_run_that_failed_and_a_cell_that_is_taken_are_worth_a_retry() throws IOException {
        RunFolder comparison = planned("backend.failAt=2");
        assertThat(cell(comparison, "1")).isEqualTo(1);
        assertThat(gan.out()).contains("status   failed: ", "the fake broke at step 2");

        Files.createDirectories(comparison.cellLock(2).getParent());
        try (FolderLock held = FolderLock.take(comparison.cellLock(2)).orElseThrow()) {
            assertThat(held.file()).isNotNull();
            assertThat(cell(comparison, "2")).isEqualTo(1);
            assertThat(gan.err()).contains("another process works on cell 2");
        }
    }

    @Test
    void what_no_retry_can_mend_is_refused() throws IOException {
        RunFolder comparison = planned();
        for (String number : List.of("0", "3", "one")) {
            assertThat(cell(comparison, number)).as(number).isEqualTo(2);
        }
        assertThat(gan.err()).isEqualTo("gan: one: is not the number of a cell; expected 1, 2, …\n");
        assertThat(gan.run("cell", comparison.path().toString())).isEqualTo(2);
        assertThat(gan.run("cell", runs.resolve("none").toString(), "1")).isEqualTo(2);

        Path file = ComparisonPlan.read(comparison.cells()).get(0);
        Files.writeString(file, Files.readString(file).replace("steps: 4", "steps: 5"));
        assertThat(cell(comparison, "1")).isEqualTo(2);
        assertThat(RunFolder.below(runs)).containsExactly(comparison);
    }
}
