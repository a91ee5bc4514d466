package org.gan4j.experiments.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs seeded trials of delivery. {@code -Ddelivery.trials=100 -Ddelivery.table=FILE} makes more of them and writes their table.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class DeliveryTrialsTest {
    private static final int TRIALS = Integer.getInteger("delivery.trials", 20);
    private static final String TABLE = System.getProperty("delivery.table", "");
    /** They mostly wait. */
    private static final int AT_ONCE = 8;

    @TempDir
    Path runs;

    @Test
    void whatever_happens_on_the_way_the_server_has_in_the_end_what_the_journal_has_point_by_point() throws Exception {
        List<DeliveryOutcome> outcomes = outcomes();

        if (!TABLE.isEmpty()) {
            Files.writeString(Path.of(TABLE), table(outcomes));
        }
        assertThat(outcomes).hasSize(TRIALS).allMatch(DeliveryOutcome::isEqual);
        // The accidents did happen.
        for (FakeMlflow.Fault fault : List.of(
                FakeMlflow.Fault.DROP_AFTER_COMMIT,
                FakeMlflow.Fault.ERROR,
                FakeMlflow.Fault.UNAVAILABLE,
                FakeMlflow.Fault.RESET,
                FakeMlflow.Fault.HANG,
                FakeMlflow.Fault.TOO_MANY)) {
            assertThat(outcomes).as("%s", fault).anyMatch(outcome -> outcome.faults(fault) > 0);
        }
    }

    private List<DeliveryOutcome> outcomes() throws Exception {
        List<Callable<DeliveryOutcome>> trials = new ArrayList<>();
        for (int seed = 1; seed <= TRIALS; seed++) {
            DeliveryTrial trial = new DeliveryTrial(seed, runs);
            trials.add(trial::run);
        }
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<DeliveryOutcome> outcomes = new ArrayList<>();
            for (Future<DeliveryOutcome> outcome : threads.invokeAll(trials)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static String table(List<DeliveryOutcome> outcomes) throws IOException {
        return "| seed | lives | emptied | records | points | before the sync | requests | lost answers | 500 | 503 | 429 | hangs | resets "
                + "| missing | surplus | all else |\n|" + "--:|".repeat(15) + "---|\n"
                + outcomes.stream().map(DeliveryTrialsTest::row).collect(Collectors.joining());
    }

    static String row(DeliveryOutcome outcome) {
        return List.of(
                        outcome.seed(),
                        outcome.lives(),
                        outcome.emptied(),
                        outcome.records(),
                        outcome.points(),
                        outcome.early(),
                        outcome.requests(),
                        outcome.faults(FakeMlflow.Fault.DROP_AFTER_COMMIT),
                        outcome.faults(FakeMlflow.Fault.ERROR),
                        outcome.faults(FakeMlflow.Fault.UNAVAILABLE),
                        outcome.faults(FakeMlflow.Fault.TOO_MANY),
                        outcome.faults(FakeMlflow.Fault.HANG),
                        outcome.faults(FakeMlflow.Fault.RESET),
                        outcome.missing(),
                        outcome.surplus(),
                        outcome.differences().isEmpty() ? "equal" : "differs")
                .stream()
                .map(String::valueOf)
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
