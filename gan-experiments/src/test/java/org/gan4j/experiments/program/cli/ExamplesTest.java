package org.gan4j.experiments.program.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Usage;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problems;
import org.gan4j.experiments.reproduce.Reproduction;
import org.gan4j.experiments.settings.Resolver;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example that {@code gan plugins} and {@code --help} print can be typed as it stands. */
class ExamplesTest {
    private static final Extensions EXTENSIONS = Extensions.onClassPath();

    /** Commands that only list or plan, so that their examples are run. */
    private static final Set<String> RUN = Set.of("losses", "recipes", "plugins", "compare", "data");

    /** Words for what the reader has: a run, a file, a plug-in. */
    private static final Set<String> THE_READERS =
            Set.of("latest", "RUN", "my-", "runs/", "new ", "--check", "verify mnist");

    static List<String> ofPoints() {
        return EXTENSIONS.points().stream().map(ExtensionPoint::example).toList();
    }

    static List<String> ofCommands() {
        return EXTENSIONS.contributions(Command.POINT.id()).stream()
                .flatMap(command ->
                        Arrays.stream(command.type().getAnnotation(Usage.class).examples()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ofPoints")
    void the_example_of_a_point_resolves(String example) {
        String said = withoutEnvironment(example);
        if (said.startsWith("gan ")) {
            assertRuns(said);
        } else if (!said.isEmpty()) {
            // No net in TensorFlow's own operations is built in.
            String expected = said.endsWith("=NAME") ? "unknown tensorflow.net 'NAME', no plug-in here" : "";
            String mistake = mistakes("ring", List.of(said.split(" ")));
            assertThat(
                            expected.isEmpty()
                                    ? mistake
                                    : mistake.substring(0, Math.min(mistake.length(), expected.length())))
                    .as(example)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("ofCommands")
    void the_example_of_a_command_is_understood(String example) {
        // Some examples show what other programs make of the result.
        if (!example.matches("(python|mlflow) .*")) {
            assertRuns(withoutEnvironment(example));
        }
    }

    private static String withoutEnvironment(String example) {
        return example.replaceFirst("^[A-Z_]+=\\S+ ?", "");
    }

    private static void assertRuns(String example) {
        List<String> words = words(example);
        Contribution command =
                EXTENSIONS.contribution(Command.POINT, words.get(1)).orElseThrow(() -> new AssertionError(example));
        Problems problems = new Problems();
        List<String> rest = new RecordOptions<>(command.type())
                .parse(words.subList(2, words.size()), problems)
                .rest();
        rest = new RecordOptions<>(CommonOptions.class).parse(rest, problems).rest();
        assertThat(problems.list()).as(example).isEmpty();
        assertThat(rest).as(example).noneMatch(word -> word.matches("--?[a-z].*"));
        if (THE_READERS.stream().anyMatch(example::contains)) {
            return;
        }
        switch (command.name()) {
            case "train" ->
                assertThat(mistakes(rest.get(0), rest.subList(1, rest.size())))
                        .as(example)
                        .isEmpty();
            case "reproduce" ->
                assertThat(EXTENSIONS.contribution(Reproduction.POINT, rest.get(0)))
                        .as(example)
                        .isPresent();
            default -> {
                if (RUN.contains(command.name())) {
                    assertSucceeds(example, words);
                }
            }
        }
    }

    private static void assertSucceeds(String example, List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        String[] line = Stream.concat(words.stream().skip(1), Stream.of("--dry-run"))
                .distinct()
                .toArray(String[]::new);
        int code = Gan.run(print, print, line);
        assertThat(code)
                .as(example + "\n" + out.toString(StandardCharsets.UTF_8))
                .isZero();
    }

    private static String mistakes(String recipe, List<String> settings) {
        try {
            EXTENSIONS.instance(Resolver.class).resolve(recipe, settings);
            return "";
        } catch (InvalidInput e) {
            return String.valueOf(e.problems().get(0).what());
        }
    }

    /** The words as a shell parts them, without a redirection. */
    private static List<String> words(String line) {
        return Arrays.stream(line.replaceFirst(" > .*", "").split(" "))
                .map(word -> word.replace("'", ""))
                .toList();
    }
}
