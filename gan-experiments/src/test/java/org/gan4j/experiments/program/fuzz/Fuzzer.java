package org.gan4j.experiments.program.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.program.cli.ReusedGan;
import org.gan4j.experiments.program.command.GanLine;

/**
 * Gives mutated inputs to a target. {@code -Dfuzz.inputs=10000} sets how many, {@code -Dfuzz.first=N} the number of the first:
 * with {@code -Dfuzz.inputs=1} it replays one. {@code -Dfuzz.seconds=5} is the longest that one may take. An input that fails is
 * kept in {@code target/fuzz}.
 */
final class Fuzzer {

    /** What reads an input. */
    interface Target {
        void read(byte[] input) throws Exception;
    }

    private Fuzzer() {}

    static void fuzz(String kind, int usually, List<byte[]> corpus, Target target) throws IOException {
        long first = Long.getLong("fuzz.first", 0);
        int inputs = Integer.getInteger("fuzz.inputs", usually);
        // A machine that does other work is slow, and one that hangs is slower.
        Duration hang = Duration.ofSeconds(Long.getLong("fuzz.seconds", 30));
        readSound(corpus, target);
        for (long number = first; number < first + inputs; number++) {
            byte[] input = new Mutator(number).mutate(corpus);
            try {
                assertTimeoutPreemptively(hang, () -> target.read(input));
            } catch (Throwable e) {
                Path kept = keep(kind, number, input);
                throw new AssertionError(
                        "%s; replay it with -Dtest=*FuzzTest#%s -Dfuzz.first=%d -Dfuzz.inputs=1"
                                .formatted(kept, kind, number),
                        e);
            }
        }
    }

    /** Also loads what the program needs, so that no input waits for it. */
    private static void readSound(List<byte[]> corpus, Target target) {
        for (byte[] sound : corpus) {
            assertThatCode(() -> target.read(sound)).as("what is mutated").doesNotThrowAnyException();
        }
    }

    private static Path keep(String kind, long number, byte[] input) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "fuzz"));
        return Files.write(folder.resolve(kind + "-" + number), input).toAbsolutePath();
    }

    /** The program ends with a stated exit code and without an internal error. */
    static void assertThatItEndsClearly(ReusedGan program, String... line) {
        GanLine gan = new GanLine(program);
        int code = gan.run(line);
        assertThat(code).as(gan.err()).isBetween(0, 2);
        assertThat(gan.err()).doesNotContain("internal error", "\tat ");
        assertThat(code == 0 || !gan.err().isBlank()).as("an error has words").isTrue();
    }

    /** The reader accepts the input or says what is wrong with it. */
    static void assertThatItReadsOrRefuses(Runnable reader) {
        try {
            reader.run();
        } catch (InvalidInput e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
