package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the user's mistakes: exit code 2, one clear line each, no stack trace, before anything native loads. */
class BadInputIT {
    @TempDir
    Path folder;

    private Program gan;

    @BeforeEach
    void start() {
        gan = Program.in(folder);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("train rign", "unknown recipe 'rign', did you mean 'ring'?"),
                Arguments.of("train ring bacth=3", "did you mean 'batch'?"),
                Arguments.of("train ring loss=minimx", "unknown loss 'minimx', did you mean 'minimax'?"),
                Arguments.of("train ring seed=x", "'seed' takes a whole number, not 'x'"),
                Arguments.of("train absent.yaml", "there is no file 'absent.yaml'"),
                Arguments.of("train ring batch=-3", "'batch' must be between 1 and 1000000, not -3"),
                Arguments.of("compare ring seed=range(3,3)", "is empty"),
                Arguments.of("tarin ring", "unknown command, did you mean 'train'?"),
                Arguments.of("train ring --jsn", "did you mean '--json'?"),
                Arguments.of("train ring --module no.such.Module", "no.such.Module"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_one_line_and_exit_code_2(String line, String expected) {
        Program.Result result = gan.run(line.split(" "));

        assertThat(result.code()).as(result.err()).isEqualTo(2);
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .startsWith("gan: ")
                .contains(expected);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void two_mistakes_are_told_together() {
        Program.Result result = gan.run("train", "ring", "loss=minimx", "batch=-3");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err().lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("minimx"))
                .anyMatch(line -> line.contains("batch"));
    }

    @Test
    void broken_yaml_is_told_with_its_line_and_column() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), "recipe: ring\nloss: [minimax\n");

        Program.Result result = gan.run("train", "bad.yaml");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("gan: bad.yaml:").containsPattern("bad\\.yaml:\\d+:\\d+: ");
    }

    @Test
    void widths_that_do_not_fit_are_told_before_natives_load() throws IOException {
        Files.writeString(
                folder.resolve("wide.yaml"), "recipe: fashion-mini\ngenerator.output: {name: reshape, shape: [7]}\n");

        Program.Result result = gan.run("train", "wide.yaml");

        assertThat(result.code()).as(result.err()).isEqualTo(2);
        // TensorFlow says something at its first step; here it never came so far.
        assertThat(result.err()).contains("784").contains("7").doesNotContain("MLIR");
    }

    @Test
    void a_damaged_data_file_is_the_users_mistake() throws IOException {
        Path data = Files.createDirectories(folder.resolve("mine"));
        for (String name : new String[] {
            "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"
        }) {
            Files.writeString(data.resolve(name), "these are no digits");
        }

        Program.Result result = gan.with("GAN_DATA", folder.resolve("cache").toString())
                .run("data", "fetch", "mnist", "--from", "dir:" + data);

        assertThat(result.code()).as(result.err()).isEqualTo(2);
        assertThat(result.err()).contains("mine").doesNotContain("Exception");
    }

    @Test
    void a_file_where_the_folder_of_the_runs_should_be_is_named() throws IOException {
        Files.writeString(folder.resolve("taken"), "");

        Program.Result result = gan.run("train", "ring", "steps=1", "runs=taken", "--quiet");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("taken is a file");
    }
}
