package org.gan4j.experiments.program.command.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.experiments.program.command.GanLine;
import org.gan4j.experiments.store.ComparisonPlan;
import org.gan4j.experiments.store.Damages;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file of a comparison's own in every kind of damage: each command ends with a clear line. */
class DamagedComparisonTest {
    @TempDir
    Path runs;

    private final GanLine gan = new GanLine();
    private RunFolder comparison;
    private RunFolder member;

    @BeforeEach
    void aComparisonOfTwoRuns() {
        int code = gan.run(
                "compare",
                "gaussian-1d",
                "loss=minimax,wasserstein",
                "backend=fake",
                "metrics=[]",
                "steps=2",
                "runs=" + runs);
        assertThat(code).as(gan.err()).isZero();
        comparison = kind("comparison");
        member = kind("run");
    }

    private RunFolder kind(String kind) {
        return RunFolder.below(runs).stream()
                .filter(folder -> folder.record().kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> files() {
        return List.of(
                comparison.runJson(),
                comparison.comparisonJson(),
                comparison.planJson(),
                comparison.outcomeJson(),
                comparison.journal(),
                ComparisonPlan.read(comparison.cells()).get(0),
                member.runJson(),
                member.outcomeJson());
    }

    @Test
    void no_damage_of_a_file_is_an_internal_error() throws IOException {
        for (Path file : files()) {
            Damages.inEveryWay(file, runs, this::assertThatCommandsCope);
        }
    }

    private void assertThatCommandsCope(String what) {
        String folder = comparison.path().toString();
        assertThat(gan.run("runs", "--runs", runs.toString())).as(what).isZero();
        assertThatItEndsClearly(what, "report", folder);
        assertThatItEndsClearly(what, "resume", folder);
        if (what.endsWith("run.json")) {
            // It reads no other file.
            assertThatItEndsClearly(what, "diff", folder, member.path().toString());
        }
    }

    private void assertThatItEndsClearly(String what, String... line) {
        int code = gan.run(line);
        String said = gan.err();
        assertThat(code).as("%s: %s: %s", what, line[0], said).isBetween(0, 2);
        assertThat(said).as("%s: %s", what, line[0]).doesNotContain("internal error", "Exception", "\tat ");
        if (code != 0) {
            assertThat(said).as("%s: %s", what, line[0]).contains(runs.toString());
        }
    }
}
