package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.disk.DiskOperations;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run and a grid that die before each of their operations on the disk, in turn. Resumed, each must be what one is that nothing
 * happened to. The packaged program is killed in the same way by {@code .ci/crash-points}.
 */
@Isolated("a fault of the disk is one of the whole process")
class CrashPointTest {
    /** A system property: how many operations lie between two that are tried; 1 tries all. */
    private static final String STRIDE = "gan4j.crash.stride";

    @TempDir
    Path temp;

    /** By default a prime number, so that operations of all kinds are met. */
    private static long stride(long byDefault) {
        return Long.getLong(STRIDE, byDefault);
    }

    /** Stands for the death of the process: nothing catches it, and it changes no file any more. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Does something that dies before an operation; returns whether it lived. */
    private static boolean survives(long operation, Runnable something) {
        AtomicLong count = new AtomicLong();
        Runnable end = DiskOperations.guardedBy((kind, path) -> {
            if (count.incrementAndGet() >= operation) {
                throw new Died();
            }
        });
        try {
            Throwable death = catchThrowable(something::run);
            assertThat(death == null || death instanceof Died).as("%s", death).isTrue();
            return death == null;
        } finally {
            end.run();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"on-nan=stop", "on-nan=rollback backend.divergeAt=5"})
    void a_run_that_dies_before_any_operation_is_unknown_or_becomes_equal_to_one_that_did_not(String settings)
            throws IOException {
        SmallRuns undisturbed = new SmallRuns(temp.resolve("undisturbed"));
        Outcome expected = SmallRuns.runner()
                .run(undisturbed.experiments(settings.split(" ")).get(0));
        List<String> records = SmallRuns.records(RunFolder.open(expected.folder()));
        TreeSet<String> paths = undisturbed.paths();

        long operation = 1;
        for (boolean survived = false; !survived; operation += stride(5)) {
            SmallRuns runs = new SmallRuns(temp.resolve("died-" + operation));
            Experiment experiment = runs.experiments(settings.split(" ")).get(0);
            survived = survives(operation, () -> SmallRuns.runner().run(experiment));

            Outcome outcome = runs.known().isEmpty()
                    ? SmallRuns.runner().run(experiment)
                    : SmallRuns.runner().resume(runs.known().get(0));

            assertThat(outcome.status()).as("operation %d", operation).isEqualTo(Status.FINISHED);
            assertThat(outcome.weights()).isEqualTo(expected.weights());
            RunFolder folder = runs.known().get(0);
            assertThat(SmallRuns.records(folder)).as("operation %d", operation).isEqualTo(records);
            assertThat(runs.paths()).as("operation %d", operation).isEqualTo(paths);
            SmallRuns.assertThatItEndsOnceEachTimeItIsBegun(folder);
        }
        // Each of the four checkpoints alone takes more than ten.
        assertThat(operation).isGreaterThan(100);
    }

    @Test
    void a_grid_that_dies_before_an_operation_is_unknown_or_becomes_equal_to_one_that_did_not() throws IOException {
        String[] cells = {"loss=minimax,non-saturating", "seed=1,2"};
        SmallRuns undisturbed = new SmallRuns(temp.resolve("undisturbed"));
        Comparison expected = SmallRuns.runner().compare(undisturbed.experiments(cells));
        TreeSet<String> paths = undisturbed.paths();

        long operation = 1;
        for (boolean survived = false; !survived; operation += stride(97)) {
            SmallRuns runs = new SmallRuns(temp.resolve("died-" + operation));
            List<Experiment> grid = runs.experiments(cells);
            survived = survives(operation, () -> SmallRuns.runner().compare(grid));

            List<RunFolder> begun = runs.known().stream()
                    .filter(folder -> folder.record().kind().equals("comparison"))
                    .toList();
            Comparison comparison = begun.isEmpty()
                    ? SmallRuns.runner().compare(grid)
                    : SmallRuns.runner().resumeComparison(begun.get(0));

            assertThat(comparison.outcomes().stream().map(Outcome::weights))
                    .as("operation %d", operation)
                    .isEqualTo(
                            expected.outcomes().stream().map(Outcome::weights).toList());
            assertThat(comparison.conclusion()).isEqualTo(expected.conclusion());
            assertThat(runs.paths()).as("operation %d", operation).isEqualTo(paths);
            runs.known().forEach(SmallRuns::assertThatItEndsOnceEachTimeItIsBegun);
        }
    }
}
