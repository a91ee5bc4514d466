package org.gan4j.experiments.program.command.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.experiments.program.command.GanLine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gan bench} from the command line to what it prints. How long anything took is not tested. */
class BenchCommandTest {
    /** A number as the command prints it, and a median with its range. */
    private static final String NUMBER = "[0-9][0-9,.e−]*";

    private static final String SPREAD = NUMBER + " \\(" + NUMBER + " to " + NUMBER + "\\)";

    @TempDir
    Path folder;

    private final GanLine gan = new GanLine();

    private int bench(String... more) {
        List<String> line = new ArrayList<>(
                List.of("bench", "--windows", "2", "--seconds", "0.02", "runs=" + folder.resolve("runs")));
        line.addAll(List.of(more));
        return gan.run(line.toArray(String[]::new));
    }

    @Test
    void a_backend_that_measures_neither_operations_nor_its_device_leaves_them_out() {
        assertThat(bench("ring", "gaussian-1d", "backend=fake", "backend.millis=1"))
                .as(gan.err())
                .isZero();
        assertThat(gan.out().lines().limit(7))
                .zipSatisfy(
                        List.of(
                                "ring, on cpu",
                                "  milliseconds a step  " + SPREAD + " in 2 windows of [0-9]+ steps?",
                                "  steps a second       " + NUMBER,
                                "  samples a second     " + NUMBER + " real examples",
                                "  seconds to open      " + NUMBER + ", and " + NUMBER + " for the first step",
                                "  This backend does not say how long its operations take\\.",
                                ""),
                        (line, pattern) -> assertThat(line).matches(pattern));
        assertThat(gan.out()).contains("\ngaussian-1d, on cpu\n").doesNotContain("GFLOP/s");
        assertThat(gan.out().lines().dropWhile(line -> !line.equals("machine")))
                .zipSatisfy(
                        List.of(
                                "machine",
                                "  processor            .+, [0-9]+ processors?",
                                "  load                 .+",
                                "  memory               .+",
                                "",
                                "(The machine was idle|These numbers are not to be compared: ).*\\."),
                        (line, pattern) -> assertThat(line).matches(pattern));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void several_values_are_several_experiments_each_named_by_what_differs() throws IOException {
        assertThat(bench("ring", "batch=8,16", "backend=fake", "backend.millis=1", "--json"))
                .as(gan.err())
                .isZero();
        assertThat(names()).containsExactly("ring batch=8", "ring batch=16");
        // Algorithm 1 with k = 1 trains D on one batch a step.
        assertThat(samplesAStep(0)).isCloseTo(8, within(1e-9));
        assertThat(samplesAStep(1)).isCloseTo(16, within(1e-9));
        assertThat(bench("ring", "ring", "backend=fake", "backend.millis=1", "--json"))
                .as(gan.err())
                .isZero();
        assertThat(names()).containsExactly("ring", "ring #2");
    }

    private double samplesAStep(int run) throws IOException {
        JsonNode times = document().get("runs").get(run);
        return times.get("samplesASecond").asDouble()
                / times.get("stepsASecond").asDouble();
    }

    private List<String> names() throws IOException {
        return document().get("runs").findValuesAsText("name");
    }

    @Test
    void a_dry_run_says_what_it_would_measure() {
        assertThat(bench("ring", "backend=fake", "--dry-run")).as(gan.err()).isZero();
        assertThat(gan.out()).contains("backend: fake");
    }

    @Test
    void mistakes_are_reported_at_once_and_each_of_them_once() {
        assertThat(bench("rnig", "mnits", "bacth=3")).isEqualTo(2);
        assertThat(gan.err())
                .contains(
                        "unknown recipe 'rnig', did you mean 'ring'?", "unknown recipe 'mnits', did you mean 'mnist'?");
        assertThat(bench("ring", "gaussian-1d", "bacth=3")).isEqualTo(2);
        assertThat(gan.err()).isEqualTo("gan: bacth=3: unknown key 'bacth', did you mean 'batch'?\n");
        assertThat(bench("ring", "--windows", "1")).isEqualTo(2);
        assertThat(bench("ring", "seed=range(1,18)")).isEqualTo(2);
        assertThat(gan.err()).contains("this describes 17 experiments", "give at most 16");
        assertThat(gan.out()).isEmpty();
    }

    @Test
    @Tag("tensorflow")
    void tensorflow_measures_operations_and_its_device() throws IOException {
        List<String> line = Stream.of("ring", "generator.hidden=[4]", "discriminator.hidden=[4]", "batch=8")
                .toList();
        assertThat(bench(line.toArray(String[]::new))).as(gan.err()).isZero();
        assertThat(gan.out())
                .containsPattern("(?m)^    _?[A-Za-z0-9]*MatMul +[0-9.]+ % +" + NUMBER + " +[0-9.]+$")
                .containsPattern("cpu, product of two 1024 × 1024 matrices, float32:\n +" + SPREAD + " GFLOP/s\n")
                .containsPattern("cpu, sum of two arrays of 128 MiB in place:\n +" + SPREAD + " GB/s\n");

        assertThat(bench(Stream.concat(line.stream(), Stream.of("--json")).toArray(String[]::new)))
                .isZero();
        JsonNode result = document();
        JsonNode run = result.get("runs").get(0);
        assertThat(run.get("device").asText()).isEqualTo("cpu");
        assertThat(run.get("millisecondsAStep").get("least").asDouble()).isPositive();
        // The document has all kinds, so their shares make a whole; each is at most the one before.
        List<Double> shares = run.get("operations").findValues("share").stream()
                .map(JsonNode::asDouble)
                .toList();
        assertThat(shares.stream().mapToDouble(Double::doubleValue).sum()).isBetween(1 - 1e-9, 1 + 1e-9);
        assertThat(shares).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(result.get("limits").findValuesAsText("unit")).containsExactly("GFLOP/s", "GB/s");
        assertThat(result.get("machine").get("processors").asInt()).isPositive();
        assertThat(result.get("comparable").asBoolean())
                .isEqualTo(result.get("obstacles").isEmpty());
    }

    private JsonNode document() throws IOException {
        return new ObjectMapper().readTree(gan.out());
    }
}
