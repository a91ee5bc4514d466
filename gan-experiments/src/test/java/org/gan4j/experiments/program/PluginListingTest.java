package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.experiments.program.cli.Gan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in a JVM of its own, where the class path and what is loaded can be told. */
class PluginListingTest {
    private record Result(int code, String out, String err) {}

    @TempDir
    Path folder;

    private Result gan(Predicate<String> onClassPath, String option, String... arguments)
            throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(onClassPath)
                .collect(Collectors.joining(File.pathSeparator));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-cp",
                classPath,
                Gan.class.getName());
        Process process = new ProcessBuilder(
                        Stream.concat(java.stream(), Arrays.stream(arguments)).toList())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Test
    void listing_with_all_parameters_loads_no_natives_and_builds_no_part() throws Exception {
        Path log = folder.resolve("classes.log");

        Result result = gan(entry -> true, "-Xlog:class+init=info:file=" + log, "plugins", "-v");

        assertThat(result.code()).as(result.err).isZero();
        assertThat(result.out).contains("tensorflow", "minimax");
        List<String> initialised = Files.readAllLines(log);
        assertThat(initialised)
                .anyMatch(line -> line.contains("Initializing 'org/gan4j/tensorflow/TensorFlowModule'"))
                .noneMatch(line -> line.contains("'org/bytedeco/"))
                .noneMatch(line -> line.contains("'org/tensorflow/"))
                .noneMatch(line -> line.contains("Initializing 'org/gan4j/losses/Minimax'"));
    }

    @Test
    void without_the_losses_only_what_names_one_fails_and_says_so() throws Exception {
        Predicate<String> noLosses = entry -> !entry.contains("gan-losses");

        assertThat(gan(noLosses, "-ea", "plugins", "loss").out)
                .startsWith("loss: ")
                .doesNotContain("minimax");
        assertThat(gan(noLosses, "-ea", "recipes").code()).isZero();
        Result train = gan(noLosses, "-ea", "train", "ring", "loss=minimax", "--dry-run");
        assertThat(train.code()).isEqualTo(2);
        assertThat(train.err).contains("unknown loss 'minimax'");
    }
}
