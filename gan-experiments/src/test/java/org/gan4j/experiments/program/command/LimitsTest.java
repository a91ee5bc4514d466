package org.gan4j.experiments.program.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.binding.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that settings beyond the stated limits are refused in a line, wherever they stand. */
class LimitsTest {
    @TempDir
    Path folder;

    private final GanLine gan = new GanLine();

    private String file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("my.yaml"), yaml).toString();
    }

    private List<String> wrong(String recipeOrFile, String... settings) {
        List<String> line = new ArrayList<>(List.of("train", recipeOrFile, "--dry-run"));
        line.addAll(List.of(settings));
        int code = gan.run(line.toArray(String[]::new));
        List<String> told = gan.err()
                .replace(folder + "/", "")
                .lines()
                .map(text -> text.substring("gan: ".length()))
                .toList();
        assertThat(code).as("%s", told).isEqualTo(told.isEmpty() ? 0 : 2);
        return told;
    }

    /** Nests a value in brackets of each kind that a value can have. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "generator.hidden|[|]",
                "loss|{name: minimax, a: |}",
                "loss|minimax(a=|)",
                "terms|[drift(weight=|)]"
            })
    void values_are_nested_to_a_limit(String key, String open, String close) throws IOException {
        int deep = Limits.NESTING + 1;
        String value = open.repeat(deep) + "1" + close.repeat(deep);
        String reason = "'" + key + "' is nested more than " + Limits.NESTING + " levels deep";
        assertThat(wrong("ring", key + "=" + value)).containsExactly(place(key + "=" + value) + ": " + reason);
        assertThat(wrong(file("recipe: ring\n" + key + ": \"" + value + "\"\n")))
                .containsExactly("my.yaml:2:1: " + reason);
    }

    @Test
    void values_are_long_to_a_limit() throws IOException {
        // One value of 10,001 characters, of which brackets, quotes and commas must not be read at all.
        for (String unit : List.of("[", "{", "(", "'", ",", "x", "a.")) {
            String value = unit.repeat(Limits.VALUE_LENGTH).substring(0, Limits.VALUE_LENGTH) + "x";
            assertThat(wrong("ring", "loss=" + value))
                    .singleElement(STRING)
                    .hasSizeLessThan(300)
                    .endsWith("'loss' has 10001 characters; a value has at most 10000");
        }
    }

    @Test
    void keys_have_levels_to_a_limit() throws IOException {
        String key = "loss" + ".a".repeat(Limits.NESTING + 1);
        assertThat(wrong("ring", key + "=1"))
                .containsExactly(key + "=1: the key '" + key + "' has more than " + Limits.NESTING + " levels");
        String inner = "a.".repeat(Limits.NESTING + 1) + "b";
        assertThat(wrong("ring", "loss=minimax(" + inner + "=1)"))
                .containsExactly("loss=minimax(" + inner + "=1): the key '" + inner + "' has more than "
                        + Limits.NESTING + " levels");
    }

    @Test
    void files_are_large_and_deep_and_many_keyed_to_a_limit() throws IOException {
        assertThat(wrong(file("recipe: ring\n" + "# a comment\n".repeat(100_000))))
                .containsExactly("my.yaml: 'my.yaml' is larger than the 1000000 bytes that a YAML file may have");
        assertThat(wrong(file("recipe: ring\ngenerator.hidden: " + "[".repeat(51) + "]".repeat(51) + "\n")))
                .containsExactly("my.yaml: it is nested more than 50 levels deep");
        String keys = IntStream.range(0, 3000).mapToObj(i -> "k" + i + ": 1\n").collect(Collectors.joining());
        // The key at line 1,001 is the first one too many.
        assertThat(wrong(file(keys))).containsExactly("my.yaml:1001:1: a file has at most 1000 keys");
    }

    @Test
    void a_grid_is_refused_before_it_is_made() throws IOException {
        String hundred = IntStream.range(1, 101).mapToObj(Integer::toString).collect(Collectors.joining(","));
        // 100⁴ cells.
        assertThat(wrong(file("recipe: ring\nseed: \"%s\"\nsteps: \"%s\"\nbatch: \"%s\"\noptimizer.rate: \"%s\"\n"
                        .formatted(hundred, hundred, hundred, hundred))))
                .containsExactly("my.yaml:3:1: the grid has more than 1000 cells");
    }

    @Test
    void one_line_tells_of_empty_choices() {
        String commas = ",".repeat(1000);
        assertThat(wrong("ring", "generator.hidden=" + commas))
                .containsExactly(place("generator.hidden=" + commas)
                        + ": 'generator.hidden' has an empty choice beside a comma");
    }

    /** A setting as it is shown before a mistake in it. */
    private static String place(String setting) {
        return setting.length() <= 200
                ? setting
                : setting.substring(0, 200) + "… (" + setting.length() + " characters)";
    }

    /** The weights of a dense layer of n to n values are n² in number, and 46,341² is the first square above 2³¹ - 1. */
    @Test
    void widths_whose_product_overflows_do_not_fit() {
        assertThat(wrong("ring", "generator.hidden=[46341,46341]"))
                .containsExactly("generator.hidden=[46341,46341]: the generator does not fit: a tensor of shape"
                        + " [46341×46341] has more than 2147483647 values");
        assertThat(wrong("ring", "generator.hidden=[46340,46340]")).isEmpty();
        assertThat(wrong("ring", "discriminator.hidden=[46341,46341]")).hasSize(1);
        assertThat(wrong("ring", "prior.size=2147483647")).hasSize(1);
        assertThat(wrong("ring", "batch=2147483647")).hasSize(1);
    }
}
