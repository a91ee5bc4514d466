package org.gan4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.experiments.cli.Gan;
import org.gan4j.experiments.plugins.PluginJar;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples as a stranger's jar: in a package of its own, compiled apart, outside of the class path. */
class ExampleJarTest {
    private static final String HERE = "org.gan4j.examples";
    private static final String THERE = "com.example";

    @TempDir
    private static Path plugins;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void jar() throws IOException {
        PluginJar jar = new PluginJar().service(THERE + ".ExampleModule");
        Path examples = Path.of("src/test/java", HERE.replace('.', '/'));
        try (Stream<Path> files = Files.walk(examples)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().matches(".*(Test|package-info|/Page|/Generated)\\.java"))
                    .forEach(file -> jar.source(name(examples.relativize(file)), moved(file)));
        }
        jar.write(plugins.resolve("examples.jar"));
    }

    private static String name(Path file) {
        return THERE + "." + file.toString().replace(".java", "").replace('/', '.');
    }

    private static String moved(Path file) {
        try {
            return Files.readString(file).replaceFirst("package [^;]+;", "").replace(HERE, THERE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int gan(String... arguments) {
        List<String> all = Stream.concat(Stream.of(arguments), Stream.of("--plugins", plugins.toString()))
                .toList();
        return Gan.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                all.toArray(String[]::new));
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
    void a_mistake_is_one_line_with_the_nearest_name() {
        assertThat(gan("parameters", "prior", "gausian")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("gan: gausian: no such prior, did you mean 'gaussian'?\n");
    }
}
