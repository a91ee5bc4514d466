package org.gan4j.experiments.program.command.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.experiments.program.command.GanLine;
import org.gan4j.experiments.store.ComparisonPlan;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Launchers through the command line. The grid has two losses and two seeds; rates are chosen on three others. */
class LauncherLineTest {
    private static final String RATES = "tune.rate=0.1,0.2,0.3";

    @TempDir
    Path folder;

    private final GanLine gan = new GanLine();

    private Path runs() {
        return folder.resolve("runs");
    }

    private int compare(String... more) {
        List<String> line = new ArrayList<>(List.of(
                "compare",
                "gaussian-1d",
                "loss=minimax,wasserstein",
                "seed=1,2",
                "backend=fake",
                "metrics=[wasserstein]",
                "probes=[]",
                "steps=4",
                "runs=" + runs()));
        line.addAll(List.of(more));
        return gan.run(line.toArray(String[]::new));
    }

    @Test
    void a_dry_run_prints_the_job_and_writes_nothing() {
        assertThat(compare("launcher=slurm", "launcher.each=2", "--dry-run")).isZero();
        // Four cells, two a task: the tasks are 0 and 1.
        assertThat(gan.out()).startsWith("#!/bin/bash\n").contains("#SBATCH --array=0-1\n");
        assertThat(gan.err()).startsWith("a grid of 4 runs:\n");

        assertThat(compare("launcher=spark", "launcher.master=spark://a:1", "--dry-run"))
                .isZero();
        assertThat(gan.out())
                .startsWith("# ")
                .contains("spark-submit --master spark://a:1 --name gan-comparison ", "\nCELLS = 4\n");

        assertThat(compare("launcher=slurm", RATES, "--dry-run")).isZero();
        // The search is what an engine gets first: 2 losses · 3 rates · 3 seeds.
        assertThat(gan.out()).contains("#SBATCH --array=0-17\n");
        assertThat(runs()).doesNotExist();
    }

    @Test
    void a_launcher_that_is_not_there_or_lacks_something_is_refused_before_anything_is_written() {
        assertThat(compare("launcher=slrum")).isEqualTo(2);
        assertThat(gan.err()).contains("unknown launcher 'slrum'", "did you mean 'slurm'?");
        assertThat(compare("launcher=spark")).isEqualTo(2);
        assertThat(gan.err()).contains("launcher.master");
        assertThat(compare("launcher=spark", "launcher.master=a", "launcher.coers=1"))
                .isEqualTo(2);
        assertThat(gan.err()).contains("launcher.coers", "did you mean 'launcher.cores'?");
        assertThat(runs()).doesNotExist();
    }

    @Test
    void an_engine_that_is_missing_leaves_a_plan_that_can_be_run_here() {
        String missing = folder.resolve("no-such-program").toString();
        assertThat(compare("launcher=spark", "launcher.master=a", "launcher.submit=" + missing))
                .isEqualTo(1);
        RunFolder planned = RunFolder.below(runs()).get(0);
        assertThat(gan.err()).contains("cannot be started", "gan resume " + planned.path());

        assertThat(gan.run("resume", planned.path().toString())).isZero();
        assertThat(RunFolder.below(runs())).hasSize(1 + 4);
    }

    /** Cells are run backwards. After the search the comparison follows, each arm at its own rate. */
    @Test
    void a_search_for_rates_is_planned_run_cell_by_cell_and_concluded() {
        assertThat(compare(RATES, "--plan-only")).as(gan.err()).isZero();
        RunFolder search = RunFolder.below(runs()).get(0);
        assertThat(search.name()).startsWith("tune-");
        assertThat(ComparisonPlan.read(search.cells())).hasSize(18);
        assertThat(gan.out()).contains("cells       18");

        for (int cell = 18; cell >= 1; cell--) {
            assertThat(gan.run("cell", search.path().toString(), String.valueOf(cell)))
                    .as(gan.err())
                    .isZero();
        }
        assertThat(RunFolder.below(runs())).hasSize(1 + 18);

        assertThat(gan.run("resume", search.path().toString())).as(gan.err()).isZero();
        // The comparison and its four runs.
        assertThat(RunFolder.below(runs())).hasSize(1 + 18 + 1 + 4);
        assertThat(gan.out()).contains("report: ");
    }
}
