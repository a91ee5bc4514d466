package org.gan4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.experiments.plugins.PluginJar;
import org.gan4j.experiments.program.cli.Gan;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the example plug-in as a jar that is compiled apart and lies outside of the class path; {@code ExamplePluginIT} builds it as its author would. */
class ExampleJarTest {
    private static final Path SOURCES = Page.ROOT.resolve("docs/examples/plugin/src/main/java");

    @TempDir
    private static Path plugins;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void write() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            jar(files.map(file -> SOURCES.relativize(file).toString())
                            .filter(file -> file.endsWith(".java"))
                            .filter(file -> !file.endsWith("package-info.java"))
                            .toArray(String[]::new))
                    .service("com.example.ExampleModule")
                    .write(plugins.resolve("examples.jar"));
        }
    }

    private static PluginJar jar(String... files) {
        PluginJar jar = new PluginJar();
        for (String file : files) {
            jar.source(file.replace(".java", "").replace('/', '.'), unpacked(SOURCES.resolve(file)));
        }
        return jar;
    }

    private static String unpacked(Path file) {
        return Page.read(file).replaceFirst("package [^;]+;", "");
    }

    private int gan(String... arguments) {
        List<String> all = Stream.concat(Stream.of(arguments), Stream.of("--plugins", plugins.toString()))
                .toList();
        return Gan.run(stream(out), stream(err), all.toArray(String[]::new));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @Test
    void plugins_lists_what_the_jar_contributes_and_complains_of_nothing() {
        assertThat(gan("plugins", "loss", "--verbose")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("squares").contains("examples.jar");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void a_command_of_the_jar_is_a_command_of_gan() {
        assertThat(gan("parameters", "prior", "triangular")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("size  int  values of one draw\n");
    }

    @Test
    void options_of_a_command_are_the_components_of_its_record() {
        assertThat(gan("parameters", "layer", "maxout", "--required", "--json")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("[\"units\",\"pieces\"]");
    }

    @Test
    void every_command_line_of_the_pages_is_accepted() {
        List<String> lines = Page.all().stream()
                .flatMap(page -> page.commandLines().stream())
                // The newest run is the reader's.
                .filter(line -> !line.contains(" latest"))
                .toList();
        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            assertThat(line.replaceAll("'[^']*'", ""))
                    .as("what a shell takes for itself")
                    .doesNotContainPattern("[()<>|;&*?$]");
            String[] words = line.replace(" --plugins DIR", "").replace("'", "").split(" ");
            List<String> arguments = new ArrayList<>(List.of(words).subList(1, words.length));
            arguments.add("--dry-run");
            assertThat(gan(arguments.toArray(String[]::new)))
                    .as("%s: %s", line, err)
                    .isZero();
        });
    }

    @Test
    void laws_of_a_loss_of_the_jar_are_verified() {
        assertThat(gan("verify", "loss", "squares")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("the generator's slope is the distance from the target");
    }

    @Test
    void a_file_may_name_the_module_that_swaps(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "recipe: ring\nmodules: [com.example.SwapPrior]\n");
        assertThat(gan("train", file.toString(), "--dry-run")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("prior: com.example.data.TriangularPrior\n");
    }

    @Test
    @Tag("tensorflow")
    void a_loss_and_a_layer_of_the_jar_keep_values_between_updates(@TempDir Path runs) {
        assertThat(gan(
                        "train",
                        "ring",
                        "loss=balanced",
                        "discriminator.activation=sequence",
                        "discriminator.activation.layers=[centred,leaky-relu]",
                        "steps=4",
                        "runs=" + runs,
                        "--json"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"state/k\"");
    }

    @Test
    @Tag("tensorflow")
    void an_experiment_of_examples_alone_trains_to_its_end(@TempDir Path runs) {
        assertThat(gan("train", "tails", "terms=drift", "generator.weights=lecun", "steps=4", "runs=" + runs, "--json"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"status\":\"finished\"", "\"steps\":4", "\"eval/spread\"");
        RunFolder run = RunFolder.below(runs).get(0);
        assertThat(run.artifacts().resolve("norms.csv")).content().startsWith("weight,norm\ndiscriminator.");
        assertThat(run.journal()).content().contains("artifacts/norms.csv");
    }

    @Test
    @Tag("tensorflow")
    void a_module_of_the_jar_swaps_the_prior_and_resume_needs_that_jar(@TempDir Path runs, @TempDir Path others)
            throws IOException {
        assertThat(gan("train", "ring", "--module", "com.example.SwapPrior", "steps=2", "batch=8", "runs=" + runs))
                .isZero();
        Path run;
        try (Stream<Path> made = Files.list(runs.resolve("ring"))) {
            run = made.findFirst().orElseThrow();
        }
        assertThat(run.resolve("experiment.yaml"))
                .content()
                .contains("prior: com.example.data.TriangularPrior\n", "prior.module: com.example.SwapPrior\n");

        assertThat(gan("resume", run.toString())).isZero();
        assertThat(Gan.run(stream(out), stream(err), "resume", run.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("there is no class com.example.SwapPrior");
        jar("com/example/SwapPrior.java", "com/example/data/TriangularPrior.java")
                .write(others.resolve("other.jar"));
        assertThat(Gan.run(stream(out), stream(err), "resume", run.toString(), "--plugins", others.toString()))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("'prior.jar' was");
    }

    @Test
    @Tag("tensorflow")
    void nets_of_a_jar_that_are_written_for_tensorflow_train(@TempDir Path nets, @TempDir Path runs) {
        Path sources = Page.ROOT.resolve("gan-tensorflow/src/test/java/com/example");
        new PluginJar()
                .source("com.example.Sines", unpacked(sources.resolve("Sines.java")))
                .source("com.example.SinesModule", unpacked(sources.resolve("SinesModule.java")))
                .service("com.example.SinesModule")
                .write(nets.resolve("sines.jar"));

        assertThat(gan(
                        "train",
                        "ring",
                        "--plugins",
                        nets.toString(),
                        "generator=tensorflow",
                        "generator.net=sines",
                        "discriminator=tensorflow",
                        "discriminator.net=sines",
                        "discriminator.net.width=16",
                        "steps=3",
                        "eval.every=0",
                        "runs=" + runs,
                        "--json"))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"status\":\"finished\"");
    }

    @Test
    void a_mistake_is_one_line_with_the_nearest_name() {
        assertThat(gan("parameters", "prior", "gausian")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("gan: gausian: no such prior, did you mean 'gaussian'?\n");
    }
}
