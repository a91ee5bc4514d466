package org.gan4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that the messages which docs/mlflow.md explains are those that the program prints. */
class MessagesTableTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final String SOURCES = "gan-experiments/src/main/java/org/gan4j/experiments/";

    @Test
    void every_message_in_the_table_stands_in_the_sources() {
        String page = Page.read(Page.ROOT.resolve("docs/mlflow.md")).replaceFirst("(?s).*### What a message means", "");
        List<String> messages = page.lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> CODE.matcher(line.split(" \\| ")[0]).results())
                .map((MatchResult found) -> found.group(1))
                .toList();
        String sources = Stream.of("net", "mlflow", "tracking")
                .map(MessagesTableTest::texts)
                .collect(Collectors.joining());

        assertThat(messages).hasSizeGreaterThan(15).allSatisfy(message -> assertThat(sources)
                .contains(message));
    }

    /** The sources of a package and those below it, with texts in one piece that stand on several lines. */
    private static String texts(String of) {
        try (Stream<Path> files = Files.walk(Page.ROOT.resolve(SOURCES + of))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Page::read)
                    .map(text -> text.replaceAll("\"\\s*\\+\\s*\"", ""))
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
