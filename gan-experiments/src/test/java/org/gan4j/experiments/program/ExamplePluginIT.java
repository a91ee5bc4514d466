package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the project in {@code docs/examples/plugin}, built by Maven against gan-api alone and dropped into a distribution. */
class ExamplePluginIT {
    private static final Path PROJECT = Path.of("../docs/examples/plugin");

    @TempDir
    private static Path folder;

    private static String said;
    private static Path jar;
    private static Program gan;

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        gan = Program.in(folder);
        Path project = copy(PROJECT, folder.resolve("plugin"));
        said = Maven.in(folder).packaged(project);
        jar = project.resolve("target/plugin-0.1.0-SNAPSHOT.jar");
        gan = Program.extended(folder, jar);
    }

    @AfterAll
    static void unlink() throws IOException {
        Maven.unlink(folder);
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                if (!file.startsWith(from.resolve("target"))) {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                }
            }
        }
        return to;
    }

    @Test
    void its_tests_passed_and_its_compiler_saw_no_tensorflow() {
        assertThat(said).containsPattern("Tests run: [1-9]\\d*, Failures: 0, Errors: 0");
        List<String> classPaths =
                said.lines().filter(line -> line.contains("compilePath = ")).toList();
        assertThat(classPaths).isNotEmpty().allSatisfy(line -> assertThat(line)
                .contains("gan-api")
                .doesNotContain("tensorflow", "gan-experiments", "gan-losses"));
    }

    @Test
    void its_jar_is_sound() {
        assertThat(gan.run("plugins", "--check", jar.toString()).succeeded().out())
                .contains("loss squares: com.example.play.Squares\n")
                .endsWith("no problems found\n");
    }

    @Test
    void its_parts_train_together_and_stand_in_the_record() throws IOException {
        JsonNode outcome = gan.run(
                        "train",
                        "ring",
                        "loss=squares",
                        "prior=triangular",
                        "dataset=laplace",
                        "generator.activation=my-residual",
                        "terms=drift",
                        "metrics=[spread]",
                        "steps=20",
                        "--json")
                .succeeded()
                .json();

        assertThat(outcome.at("/status").asText()).isEqualTo("finished");
        assertThat(outcome.at("/metrics/eval~1spread").asDouble()).isPositive();
        JsonNode settings = new ObjectMapper()
                .readTree(
                        Program.read(folder.resolve(outcome.at("/run").asText()).resolve("run.json")))
                .get("settings");
        assertThat(List.of("loss", "prior", "dataset", "generator.activation"))
                .extracting(key -> settings.get(key).asText())
                .containsExactly("squares", "triangular", "laplace", "my-residual");
    }

    @Test
    void its_command_is_a_command_of_gan() {
        assertThat(gan.run("parameters", "prior", "triangular").succeeded().out())
                .isEqualTo("size  int  values of one draw\n");
    }

    @Test
    void its_loss_is_in_the_menu_of_the_lab_and_trains_there() throws Exception {
        Path out = folder.resolve("lab.out");
        Process lab = gan.start(out, folder.resolve("lab.err"), "lab", "ring", "loss=minimax,hinge");
        try (Browser browser = Browser.start()) {
            browser.sized(1000, 1400).open(address(lab, out)).pageWith("data-step=\"0\"");
            browser.press("s").pageWith("data-step=\"1\"");

            browser.click("partsTitle").click("set-1:loss-squares").click("change");
            browser.pageWith("at step 1: loss from hinge to squares");
            browser.press("s").pageWith("data-step=\"2\"");

            assertThat(browser.page()).contains("squares/seed1");
            assertThat(browser.console()).isEmpty();
        } finally {
            lab.destroy();
        }
        // SIGTERM, as by Ctrl-C, ends it.
        assertThat(lab.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    private static String address(Process lab, Path out) throws InterruptedException {
        while (!Program.read(out).contains("\n")) {
            assertThat(lab.isAlive()).isTrue();
            Thread.sleep(100);
        }
        return Program.read(out).strip();
    }

    @Test
    void its_loss_has_under_twenty_five_lines_and_keeps_the_laws() throws IOException {
        Path loss = PROJECT.resolve("src/main/java/com/example/play/Squares.java");
        assertThat(Files.readAllLines(loss).stream()
                        .filter(line -> !line.matches("(package|import) .*|/\\*\\*| \\*.*|")))
                .hasSizeLessThan(25);
        assertThat(gan.run("verify", "loss", "squares", "--json")
                        .succeeded()
                        .json()
                        .at("/passed")
                        .asBoolean())
                .isTrue();
    }
}
