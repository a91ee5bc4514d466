package org.gan4j.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of {@code docs/}. A block of Java that is marked with its file, as in
 *
 * <pre>
 * &lt;!-- docs/examples/plugin/src/main/java/com/example/play/Drift.java --&gt;
 * </pre>
 *
 * shows the file without its package and imports; with {@code whole:} before the path, it shows all of the file. A part between {@code <!-- generated: NAME -->} and {@code <!-- end -->} is
 * made by {@link Generated}.
 */
record Page(Path path, String text) {
    /** The folder that holds all modules; tests run in their module's folder. */
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /** Begins the mark of a block that shows its file with package and imports. */
    private static final String WHOLE = "whole: ";

    private static final Pattern BLOCK =
            Pattern.compile("<!-- ((?:whole: )?\\S+\\.java) -->\n```java\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern GENERATED =
            Pattern.compile("<!-- generated: (\\w+) -->\n\n(.*?)\n<!-- end -->\n", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

    /** A block with its mark, which names the file that it shows. */
    record Block(String mark, String code) {
        String file() {
            return mark.replace(WHOLE, "");
        }
    }

    /** A part that is made from the sources. */
    record Part(String name, String content) {}

    static List<Page> all() {
        try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(file -> new Page(file, read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map(found -> new Block(found.group(1), found.group(2)))
                .toList();
    }

    List<Part> generated() {
        return GENERATED
                .matcher(text)
                .results()
                .map(found -> new Part(found.group(1), found.group(2)))
                .toList();
    }

    /** The files that links lead to, other than those on the network. */
    List<String> links() {
        return LINK.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.contains("://"))
                .toList();
    }

    /** Command lines of gan in blocks of a shell. */
    List<String> commandLines() {
        return Pattern.compile("^```sh\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(text)
                .results()
                .flatMap(block -> block.group(1).lines())
                .filter(line -> line.startsWith("gan "))
                .toList();
    }

    /** What stands between backticks outside of blocks. */
    List<String> words() {
        String prose = Pattern.compile("^```.*?^```", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(text)
                .replaceAll("");
        return CODE.matcher(prose).results().map(found -> found.group(1)).toList();
    }

    /** Writes the present sources into the page. */
    void update() {
        String blocks = BLOCK.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "<!-- " + found.group(1) + " -->\n```java\n" + shown(found) + "```\n"));
        String updated = GENERATED
                .matcher(blocks)
                .replaceAll(found -> Matcher.quoteReplacement("<!-- generated: " + found.group(1) + " -->\n\n"
                        + Generated.ALL.get(found.group(1)).get() + "\n<!-- end -->\n"));
        try {
            Files.writeString(path, updated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shown(MatchResult block) {
        return source(block.group(1)).orElse(block.group(2));
    }

    /** What a block with this mark shows, if the file is there. */
    static Optional<String> source(String mark) {
        boolean whole = mark.startsWith(WHOLE);
        Path path = ROOT.resolve(mark.replace(WHOLE, ""));
        return Files.exists(path)
                ? Optional.of(read(path)
                        .lines()
                        .dropWhile(line ->
                                !whole && (line.isEmpty() || line.startsWith("package ") || line.startsWith("import ")))
                        .collect(Collectors.joining("\n", "", "\n")))
                : Optional.empty();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
