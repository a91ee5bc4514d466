package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gan} without arguments teaches lines that run, in the order in which they are printed. */
class FirstLinesIT {
    @TempDir
    Path folder;

    @Test
    void every_line_that_is_taught_runs() {
        Program gan = Program.in(folder);
        List<String> lines = gan.run()
                .succeeded()
                .out()
                .lines()
                .filter(line -> line.startsWith("  gan "))
                .map(String::strip)
                .toList();

        assertThat(lines).hasSize(6).last().isEqualTo("gan ui");
        lines.forEach(line -> gan.run(arguments(line)).succeeded());
    }

    /** The words after {@code gan} as a shell splits them; the server, which runs until it is stopped, is asked for its help. */
    private static String[] arguments(String line) {
        Stream<String> words = Stream.of(line.replace("\"", "").split(" ")).skip(1);
        return (line.equals("gan ui") ? Stream.concat(words, Stream.of("--help")) : words).toArray(String[]::new);
    }
}
