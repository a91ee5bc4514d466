package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.experiments.store.RunEnding;
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

    /** The weights at the end of each run, and the values that show what is kept besides them. */
    static List<Object> results(JsonNode comparison, Path folder) {
        List<Object> results = new ArrayList<>();
        comparison.get("runs").forEach(run -> {
            RunEnding ending =
                    new RunFolder(folder.resolve(run.asText())).ending().orElseThrow();
            SortedMap<String, Double> kept = new TreeMap<>(ending.metrics());
            kept.keySet().removeIf(name -> !name.startsWith("state/") && !name.startsWith("eval/"));
            results.add(List.of(ending.weights(), kept));
        });
        return results;
    }

    static List<RunFolder> runs(Path runs) {
        return RunFolder.below(runs).stream()
                .filter(run -> run.record().kind().equals("run"))
                .toList();
    }

    private static String[] call(List<String> grid, String runs, String... more) {
        List<String> call = new ArrayList<>(List.of("compare"));
        call.addAll(grid);
        call.add("runs=" + runs);
        call.addAll(List.of(more));
        return call.toArray(String[]::new);
    }

    @Test
    void a_killed_grid_goes_on_and_equals_one_that_was_not_killed() throws Exception {
        assertResumes(
                List.of(
                        "gaussian-1d",
                        "loss=minimax,non-saturating",
                        "seed=1,2",
                        "steps=2000",
                        "eval.every=1000",
                        "checkpoint.every=100"),
                4);
    }

    /** BEGAN's balance, LeCam's averages, moving averages of activations and of weights, and the power iteration's vectors. */
    @Test
    void what_losses_terms_layers_and_rules_keep_is_resumed_to_the_bit() throws Exception {
        JsonNode resumed = assertResumes(
                List.of(
                        "ring",
                        "loss=equilibrium",
                        "discriminator=spectral-norm(of=auto-encoder(hidden=[64],code=16,power=1))",
                        // A slow average: one that forgets within the rest of the run would be right again without
                        // being restored.
                        "generator.activation=sequence(layers=[batch-norm(momentum=0.999),relu])",
                        "terms=[lecam]",
                        "optimizer=moving-average(rule=adam)",
                        "probes=[]",
                        "seed=1,2",
                        "steps=400",
                        "eval.every=200",
                        "checkpoint.every=50"),
                2);

        assertThat(results(resumed, folder).toString()).contains("state/k=", "state/lecam.real=", "state/lecam.fake=");
    }

    private JsonNode assertResumes(List<String> grid, int cells) throws Exception {
        Program gan = Program.in(folder);
        JsonNode whole = gan.run(call(grid, "whole", "--together", "1", "--json", "--quiet"))
                .succeeded()
                .json();
        Path cut = folder.resolve("cut");
        Process process = gan.start(folder.resolve("out"), folder.resolve("err"), call(grid, "cut", "--together", "1"));
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
        assertThat(results(resumed, folder)).hasSize(cells).isEqualTo(results(whole, folder));
        // The cut run was gone on with, not made anew.
        assertThat(runs(cut))
                .hasSize(cells)
                .anyMatch(run -> run.ending().orElseThrow().resumedFrom() > 0);
        return resumed;
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
