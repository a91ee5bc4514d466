package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.disk.WholeFile;
import org.gan4j.disk.WholeFolder;
import org.gan4j.experiments.store.ComparisonPlan;
import org.gan4j.experiments.store.ComparisonRuns;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.model.ModelFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed leaves folders and files under names that say so; nothing takes them for whole ones. */
class UnfinishedFoldersTest {
    @TempDir
    Path temp;

    /** Leaves a run as a kill does between its first file and its second one. */
    private static Path leave(RunFolder run) throws IOException {
        Path unfinished = run.path().resolveSibling(run.name() + WholeFile.UNFINISHED);
        new RunFolder(unfinished).write(run.record());
        WholeFolder.delete(run.path());
        return unfinished;
    }

    @Test
    void a_comparison_whose_cell_was_killed_in_its_first_files_goes_on() throws IOException {
        SmallRuns undisturbed = new SmallRuns(temp.resolve("undisturbed"));
        Comparison expected = SmallRuns.runner().compare(undisturbed.experiments("seed=1,2"));
        SmallRuns runs = new SmallRuns(temp.resolve("runs"));
        Comparison before = SmallRuns.runner().compare(runs.experiments("seed=1,2"));
        RunFolder comparison = RunFolder.open(before.folder());
        WholeFile.remove(comparison.comparisonJson());
        WholeFile.remove(comparison.outcomeJson());
        leave(RunFolder.open(before.outcomes().get(1).folder()));

        Comparison after = SmallRuns.runner().resumeComparison(comparison);

        assertThat(after.outcomes().stream().map(Outcome::weights))
                .isEqualTo(expected.outcomes().stream().map(Outcome::weights).toList());
        assertThat(after.conclusion()).isEqualTo(expected.conclusion());
        assertThat(runs.paths()).isEqualTo(undisturbed.paths());
    }

    @Test
    void no_question_is_answered_with_what_is_unfinished() throws IOException {
        SmallRuns runs = new SmallRuns(temp);
        Comparison made = SmallRuns.runner().compare(runs.experiments("seed=1,2"));
        RunFolder comparison = RunFolder.open(made.folder());
        RunFolder run = RunFolder.open(made.outcomes().get(0).folder());
        Files.writeString(comparison.cells().resolve("0001.yaml" + WholeFile.UNFINISHED), "steps: 1");
        Files.createDirectory(run.checkpoint(900).resolveSibling("step-900" + WholeFile.UNFINISHED));
        List<Path> model = ModelFolder.files(run.model());
        Files.writeString(run.model().resolve("MLmodel" + WholeFile.UNFINISHED), "");
        assertThat(run.checkpointSteps()).isNotEmpty().doesNotContain(900L);
        assertThat(ModelFolder.files(run.model())).isEqualTo(model);

        String name = run.record().name();
        Path left = leave(run);

        assertThat(RunFolder.below(temp)).noneMatch(folder -> folder.path().equals(left));
        assertThat(ComparisonRuns.find(comparison, name, RunNames.stem(name))).isEmpty();
        assertThat(ComparisonRuns.of(comparison).find(name)).isEmpty();
        assertThat(ComparisonPlan.read(comparison.cells()))
                .extracting(path -> path.getFileName().toString())
                .containsExactly("0001.yaml", "0002.yaml");
        assertThatThrownBy(() -> RunFolder.open(left))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(left.getFileName().toString())
                .hasMessageContaining("is not finished");
    }

    @Test
    void the_next_run_of_the_experiment_removes_what_was_left() throws IOException {
        SmallRuns runs = new SmallRuns(temp);
        Outcome first = SmallRuns.runner().run(runs.experiment());
        TreeSet<String> paths = runs.paths();
        leave(RunFolder.open(first.folder()));

        SmallRuns.runner().run(runs.experiment());

        assertThat(runs.paths()).isEqualTo(paths);
    }

    @Test
    void an_experiment_whose_own_name_has_that_ending_keeps_its_runs() {
        SmallRuns runs = new SmallRuns(temp);
        List<Experiment> named = runs.experiments("name=second" + WholeFile.UNFINISHED);

        Outcome outcome = SmallRuns.runner().run(named.get(0));

        assertThat(runs.known()).extracting(RunFolder::path).containsExactly(outcome.folder());
    }
}
