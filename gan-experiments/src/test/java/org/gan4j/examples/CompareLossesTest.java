package org.gan4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareLossesTest {
    private static final String SOURCES = "src/test/java/org/gan4j/examples/";

    @TempDir
    private Path runs;

    @Test
    void the_program_of_the_readme_is_compiled() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        String code = readme.substring(readme.indexOf("ExperimentRunner runner"));
        code = code.substring(0, code.indexOf("```"));
        assertThat(squeezed(Files.readString(Path.of(SOURCES + "ReadmeProgram.java"))))
                .contains(squeezed(code));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }

    @Test
    @Tag("tensorflow")
    void the_program_compares_two_losses_over_seeds() throws IOException {
        Path file = Files.writeString(
                runs.resolve("small.yaml"), "recipe: ring\nsteps: 3\nbatch: 8\nruns: " + runs.resolve("runs") + "\n");
        PrintStream console = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            CompareLosses.main(file.toString());
        } finally {
            System.setOut(console);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("eval/modes", "minimax", "non-saturating");
        // Two losses with three seeds each, and the comparison.
        assertThat(runs.resolve("runs").resolve("small").toFile().list()).hasSize(7);
    }

    @Test
    @Tag("tensorflow")
    void a_program_trains_with_its_own_loss_and_draws_samples() throws IOException {
        Path file = Files.writeString(
                runs.resolve("small.yaml"), "recipe: ring\nbatch: 8\nruns: " + runs.resolve("runs") + "\n");
        PrintStream console = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            OwnLoss.main(file.toString());
        } finally {
            System.setOut(console);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("finished, samples [16×2]");
    }
}
