package org.gan4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FifteenLinesTest {
    @TempDir
    private Path runs;

    @Test
    void the_program_has_fifteen_lines() {
        assertThat(Path.of("src/test/java/org/gan4j/examples/FifteenLines.java"))
                .content()
                .hasLineCount(15);
    }

    @Test
    @Tag("tensorflow")
    void the_program_compares_two_losses_over_seeds() {
        PrintStream console = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            FifteenLines.main("loss=minimax,non-saturating", "seed=1,2", "steps=3", "batch=8", "runs=" + runs);
        } finally {
            System.setOut(console);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("eval/modes", "minimax", "non-saturating");
        // Two losses with two seeds each, and the comparison.
        assertThat(runs.resolve("ring").toFile().list()).hasSize(5);
    }
}
