package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what the program promises of trained nets, on TensorFlow. */
class TrainingIT {
    @TempDir
    Path folder;

    private Program gan;

    @BeforeEach
    void start() {
        gan = Program.in(folder);
    }

    @Test
    void a_quiet_run_writes_nothing_to_standard_error() {
        assertThat(gan.run("train", "ring", "steps=1", "--quiet").succeeded().err())
                .isEmpty();
    }

    @Test
    void with_the_discriminator_ahead_the_minimax_gradient_is_a_hundred_times_smaller() {
        // The data lie 8 from where G begins, so after 1000 updates D is sure of every sample; G has moved once.
        JsonNode metrics = gan.run(
                        "train",
                        "gaussian-1d",
                        "dataset.mean=8",
                        "schedule.k=1000",
                        "steps=1",
                        "eval.every=0",
                        "--json",
                        "--quiet")
                .succeeded()
                .json()
                .get("metrics");

        double ratio = metrics.get("grad/g.non-saturating").asDouble()
                / metrics.get("grad/g.minimax").asDouble();
        // At a logit a the slopes are sigmoid(a) against 1 - sigmoid(a): 100 where D(G(z)) is about 0.01.
        assertThat(ratio).isGreaterThan(100);
        assertThat(metrics.get("d/fake").asDouble()).isLessThan(0.05);
    }

    @Test
    void equal_seeds_give_equal_weights() {
        String[] call = {"train", "ring", "seed=9", "steps=500", "eval.every=0", "--json", "--quiet"};

        JsonNode first = gan.run(call).succeeded().json();
        JsonNode second = gan.run(call).succeeded().json();

        assertThat(first.get("weights").asText())
                .hasSize(64)
                .isEqualTo(second.get("weights").asText());
    }

    @Test
    void a_loss_against_itself_differs_by_exactly_nothing() {
        JsonNode comparison = gan.run(
                        "compare",
                        "ring",
                        "loss=minimax,minimax",
                        "seed=range(1,4)",
                        "steps=100",
                        "eval.every=50",
                        "--json",
                        "--quiet")
                .succeeded()
                .json();

        assertThat(comparison.get("differences")).isNotEmpty().allSatisfy(difference -> assertThat(
                        difference.get("mean").asDouble())
                .as(difference.toString())
                .isZero());
    }

    @Test
    void a_signal_ends_a_run_in_order_and_it_can_go_on() throws Exception {
        Path out = folder.resolve("out");
        Process process = gan.start(
                out,
                folder.resolve("err"),
                "train",
                "ring",
                "steps=1000000",
                "eval.every=0",
                "report.every=50",
                "--json");
        Path journal = waitForJournal();
        process.toHandle().destroy(); // SIGTERM
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).isEqualTo(143);
        Path run = journal.getParent();
        JsonNode ending = new ObjectMapper().readTree(Program.read(run.resolve("outcome.json")));
        assertThat(ending.get("status").asText()).isEqualToIgnoringCase("killed");
        assertThat(Program.read(journal).stripTrailing().lines().reduce((a, b) -> b))
                .hasValueSatisfying(last -> assertThat(last).containsIgnoringCase("killed"));

        // A row at the step of the signal would be the mean of a shorter window, and that of the resumed run of the
        // rest of it.
        assertThat(stepsOfRows(run.resolve("metrics.csv"), "loss/d"))
                .isNotEmpty()
                .allMatch(step -> step % 50 == 0);

        long stopped = ending.get("steps").asLong();
        Process resumed = gan.start(out, folder.resolve("err"), "resume", run.toString(), "--json");
        waitFor(() -> Program.read(folder.resolve("err")).contains("resumes after step " + stopped));
        resumed.destroy();
        assertThat(resumed.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private static List<Long> stepsOfRows(Path metrics, String name) {
        return Program.read(metrics)
                .lines()
                .map(row -> row.split(","))
                .filter(row -> row[2].equals(name))
                .map(row -> Long.parseLong(row[0]))
                .toList();
    }

    private Path waitForJournal() throws Exception {
        Path home = folder.resolve("runs/ring");
        waitFor(() -> Files.isDirectory(home) && metricsWritten(home));
        try (var runs = Files.list(home)) {
            return runs.findFirst().orElseThrow().resolve("journal.log");
        }
    }

    private static boolean metricsWritten(Path home) {
        try (var runs = Files.list(home)) {
            return runs.anyMatch(run -> Files.exists(run.resolve("metrics.csv"))
                    && Program.read(run.resolve("metrics.csv")).contains("loss/d"));
        } catch (IOException e) {
            return false;
        }
    }

    private static void waitFor(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(end);
            Thread.sleep(100);
        }
    }
}
