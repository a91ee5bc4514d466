package org.gan4j.experiments.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gan4j.api.launch.Launcher;
import org.gan4j.api.launch.PlannedCells;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problems;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.binding.Setting;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script runs in a shell, with programs in the place of gan and scontrol that write down how they are called. */
class SlurmLauncherTest {
    @TempDir
    Path home;

    private Path program(String name, String text) throws IOException {
        Path file = Files.writeString(home.resolve(name), "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private SlurmLauncher launcher(Path gan) {
        return new SlurmLauncher(
                2,
                60,
                90,
                3,
                1,
                "1G",
                "any",
                gan.toString(),
                home.resolve("sbatch").toString());
    }

    private static Launcher named(String setting) {
        Problems problems = new Problems();
        var part = Extensions.onClassPath().part(Launcher.POINT, "launcher", Setting.parse(setting, ""), problems);
        problems.throwIfAny();
        return part.orElseThrow().value();
    }

    @Test
    void launchers_are_found_by_name_and_have_defaults() {
        assertThat(named("local").job(cells(3))).isEmpty();
        assertThat(named("slurm").job(cells(3))).contains("#SBATCH --array=0-2\n", "#SBATCH --time=60\n");
        assertThat(named("slurm(partition=long)").job(cells(3))).contains("#SBATCH --partition=long\n");
        assertThat(named("kubernetes(image=a/b:1,claim=runs)").job(cells(3))).contains("image: \"a/b:1\"");
        // Slurm may signal a minute early: these tasks would be told to stop before they have begun.
        for (String tooShort : List.of("slurm(minutes=4)", "slurm(notice=121)")) {
            assertThatThrownBy(() -> named(tooShort)).isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> named("kubernetes"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("launcher.image")
                .hasMessageContaining("launcher.claim");
    }

    private PlannedCells cells(int count) {
        return new PlannedCells(home.resolve("compare it"), count);
    }

    private List<String> calls() throws IOException {
        Path calls = home.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private Process task(String script, int task, int restarts) throws IOException {
        program("scontrol", "echo scontrol \"$@\" >> '" + home + "/calls'");
        Path job = Files.writeString(home.resolve("job.sh"), script);
        ProcessBuilder builder = new ProcessBuilder("bash", job.toString()).inheritIO();
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        home + ":" + System.getenv("PATH"),
                        "SLURM_ARRAY_JOB_ID",
                        "7",
                        "SLURM_ARRAY_TASK_ID",
                        String.valueOf(task),
                        "SLURM_RESTART_COUNT",
                        String.valueOf(restarts)));
        return builder.start();
    }

    /** With two cells a task, the second task of three cells has the third cell alone. */
    @Test
    void each_task_runs_its_own_cells_and_no_others() throws Exception {
        Path gan = program("gan", "echo \"$@\" >> '" + home + "/calls'");
        String script = launcher(gan).job(cells(3));
        assertThat(script).contains("#SBATCH --array=0-1\n", "#SBATCH --signal=B:TERM@90\n");
        assertThat(script).doesNotContain("--partition").doesNotContainPattern("@[a-z]+@");

        assertThat(task(script, 0, 0).waitFor()).isZero();
        assertThat(task(script, 1, 0).waitFor()).isZero();

        String comparison = home.resolve("compare it").toString();
        assertThat(calls())
                .containsExactly("cell " + comparison + " 1", "cell " + comparison + " 2", "cell " + comparison + " 3");
    }

    /** The first of the task's two cells ends with the code, the second with 0: it is run in any case. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, false",
        "1, 0, 0, true",
        "137, 0, 0, true",
        "2, 0, 2, false",
        "1, 3, 1, false",
        "2, 3, 2, false"
    })
    void a_task_is_queued_again_for_what_is_worth_it_and_not_for_ever(int code, int restarts, int exit, boolean again)
            throws Exception {
        Path gan = program("gan", "echo $3 >> '" + home + "/calls'; [ $3 = 2 ] || exit " + code);

        assertThat(task(launcher(gan).job(cells(2)), 0, restarts).waitFor()).isEqualTo(exit);

        List<String> expected = new ArrayList<>(List.of("1", "2"));
        if (again) {
            expected.add("scontrol requeue 7_0");
        }
        assertThat(calls()).isEqualTo(expected);
    }

    @Test
    void near_the_time_limit_the_cell_writes_its_checkpoint_and_the_task_is_queued_again() throws Exception {
        Path gan = program(
                "gan",
                "trap 'sleep 0.3; echo checkpoint >> \"" + home + "/calls\"; exit 143' TERM\n" + "echo begun >> '"
                        + home + "/calls'\nwhile :; do sleep 0.05; done");
        Process task = task(launcher(gan).job(cells(2)), 0, 0);
        for (int i = 0; i < 200 && calls().isEmpty(); i++) {
            Thread.sleep(50);
        }
        task.destroy();

        assertThat(task.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(task.exitValue()).isZero();
        // The second cell is not begun.
        assertThat(calls()).containsExactly("begun", "checkpoint", "scontrol requeue 7_0");
    }

    @Test
    void the_script_is_submitted_and_a_refusal_says_what_to_do() throws Exception {
        Path gan = program("gan", "");
        program("sbatch", "cat > '" + home + "/submitted'; echo Submitted batch job 7");
        List<String> said = new ArrayList<>();

        assertThat(launcher(gan).launch(cells(3), said::add)).isTrue();

        assertThat(home.resolve("submitted")).hasContent(launcher(gan).job(cells(3)));
        assertThat(said).containsExactly("Submitted batch job 7");

        program("sbatch", "echo invalid partition; exit 1");
        assertThatThrownBy(() -> launcher(gan).launch(cells(3), said::add))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("invalid partition")
                .hasMessageContaining("gan resume " + home.resolve("compare it"));
        Files.delete(home.resolve("sbatch"));
        assertThatThrownBy(() -> launcher(gan).launch(cells(3), said::add))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("cannot be started");
    }
}
