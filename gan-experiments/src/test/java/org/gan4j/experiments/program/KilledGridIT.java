package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A grid whose process is killed in the middle of a run. */
@Tag("tensorflow")
class KilledGridIT {
    private static final long PATIENCE_SECONDS = 240;

    @TempDir
    Path folder;

    private static List<String> weights(JsonNode comparison, Path folder) {
        List<String> weights = new ArrayList<>();
        comparison
                .get("runs")
                .forEach(run -> weights.add(new RunFolder(folder.resolve(run.asText()))
                        .ending()
                        .orElseThrow()
                        .weights()));
        return weights;
    }

    private static List<RunFolder> runs(Path runs) {
        return RunFolder.below(runs).stream()
                .filter(run -> run.record().kind().equals("run"))
                .toList();
    }

    private static String[] call(String runs, String... more) {
        List<String> call = new ArrayList<>(List.of(
                "compare",
                "gaussian-1d",
                "loss=minimax,non-saturating",
                "seed=1,2",
                "steps=2000",
                "eval.every=1000",
                "checkpoint.every=100",
                "runs=" + runs));
        call.addAll(List.of(more));
        return call.toArray(String[]::new);
    }

    @Test
    void a_killed_grid_goes_on_and_equals_one_that_was_not_killed() throws Exception {
        Program gan = Program.in(folder);
        JsonNode whole = gan.run(call("whole", "--json", "--quiet")).succeeded().json();
        Path cut = folder.resolve("cut");
        Process process = gan.start(folder.resolve("out"), folder.resolve("err"), call("cut"));
        try {
            awaitSecondRun(cut, process);
        } finally {
            process.destroyForcibly().waitFor(); // SIGKILL
        }
        assertThat(runs(cut)).anyMatch(run -> run.ending().isPresent()).anyMatch(run -> run.ending()
                .isEmpty());

        // Two at a time, where the whole one was made one by one.
        JsonNode resumed = gan.run("resume", "latest", "--runs", "cut", "--together", "2", "--json", "--quiet")
                .succeeded()
                .json();

        for (String field : List.of("rows", "differences", "conclusion")) {
            assertThat(resumed.get(field)).as(field).isEqualTo(whole.get(field));
        }
        assertThat(weights(resumed, folder)).hasSize(4).isEqualTo(weights(whole, folder));
        // The cut run was gone on with, not made anew.
        assertThat(runs(cut))
                .hasSize(4)
                .anyMatch(run -> run.ending().orElseThrow().resumedFrom() >= 100);
    }

    private static void awaitSecondRun(Path cut, Process process) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (System.nanoTime() < end && process.isAlive()) {
            List<RunFolder> runs = runs(cut);
            boolean under = runs.stream()
                    .anyMatch(run ->
                            run.ending().isEmpty() && run.latestCheckpoint().isPresent());
            if (runs.size() > 1 && under) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the grid ended before it could be killed");
    }
}
