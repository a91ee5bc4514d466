package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.disk.DiskOperations;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("a fault of the disk is one of the whole process")
class FullDiskTest {
    @TempDir
    Path temp;

    /** A disk that is full from one operation to another; files can be removed. */
    private static Runnable full(long from, long to) {
        AtomicLong count = new AtomicLong();
        return DiskOperations.guardedBy((kind, path) -> {
            long operation = count.incrementAndGet();
            if (operation >= from && operation < to && kind != DiskOperations.Kind.DELETE) {
                throw new FileSystemException(path.toString(), null, "No space left on device");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 8, 20, 33, 50, 75, 100, 130, 150, 170, 190})
    void a_run_on_a_full_disk_says_so_and_goes_on_once_there_is_space(long operation) {
        Outcome expected = SmallRuns.runner().run(new SmallRuns(temp.resolve("undisturbed")).experiment());
        SmallRuns runs = new SmallRuns(temp.resolve("full"));
        Experiment experiment = runs.experiment();

        String message = "";
        Runnable end = full(operation, Long.MAX_VALUE);
        try {
            Outcome outcome = SmallRuns.runner().run(experiment);
            assertThat(outcome.status()).isEqualTo(Status.FAILED);
            message = outcome.reason();
        } catch (WorkFailed e) {
            message = e.getMessage();
        } finally {
            end.run();
        }

        assertThat(message).contains("make space").doesNotContain("Exception").doesNotContain("No space left");
        Outcome outcome = runs.known().isEmpty()
                ? SmallRuns.runner().run(experiment)
                : SmallRuns.runner().resume(runs.known().get(0));
        assertThat(outcome.status()).isEqualTo(Status.FINISHED);
        assertThat(outcome.weights()).isEqualTo(expected.weights());
        RunFolder folder = RunFolder.open(outcome.folder());
        assertThat(SmallRuns.records(folder)).isEqualTo(SmallRuns.records(RunFolder.open(expected.folder())));
    }

    @Test
    void a_disk_that_is_full_for_a_moment_costs_nothing() {
        Outcome expected = SmallRuns.runner().run(new SmallRuns(temp.resolve("undisturbed")).experiment());
        SmallRuns runs = new SmallRuns(temp.resolve("full"));
        // From the first checkpoint on: its try and the next one fail.
        AtomicLong failed = new AtomicLong();
        Runnable end = DiskOperations.guardedBy((kind, path) -> {
            if (path.toString().contains("step-2.part") && failed.incrementAndGet() < 3) {
                throw new FileSystemException(path.toString(), null, "No space left on device");
            }
        });

        Outcome outcome;
        try {
            outcome = SmallRuns.runner().run(runs.experiment());
        } finally {
            end.run();
        }

        assertThat(failed.get()).isGreaterThan(3);
        assertThat(outcome.status()).isEqualTo(Status.FINISHED);
        assertThat(outcome.weights()).isEqualTo(expected.weights());
    }
}
