package org.gan4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.api.command.Command;
import org.gan4j.api.part.Contribution;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the pages of docs/ to the sources. {@code -Ddocs=write} writes the present sources into the pages first. */
class DocsTest {
    private static final String PROGRAM = "gan-experiments/src/test/java/org/gan4j/examples/CompareLosses.java";
    private static final String EXAMPLES = "docs/examples/plugin/src/main/java";

    /** Types that the pages name and that are not of this project. */
    private static final Set<String> OTHERS = Set.of(
            "Multibinder",
            "MapBinder",
            "OptionalBinder",
            "ServiceLoader",
            "AbstractModule",
            "MlflowClient",
            "BiasAdd",
            "Session",
            "ReadVariableOp",
            "VarHandleOp",
            "SavedModel",
            "InfoGAN",
            "VanillaGAN",
            "WassersteinGANGP",
            "IllegalArgumentException");

    @BeforeAll
    static void write() {
        if ("write".equals(System.getProperty("docs"))) {
            Page.all().forEach(Page::update);
        }
    }

    static List<Page> pages() {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void blocks_are_the_files_they_are_marked_with(Page page) {
        assertThat(page.blocks()).allSatisfy(block -> assertThat(Page.source(block.mark()))
                .as("%s; mvn test -Dtest=DocsTest -Ddocs=write brings the page up to date", block.file())
                .contains(block.code()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void generated_parts_are_as_the_sources_say(Page page) {
        assertThat(page.generated()).allSatisfy(part -> assertThat(part.content())
                .as("%s; mvn test -Dtest=DocsTest -Ddocs=write brings the page up to date", part.name())
                .isEqualTo(Generated.ALL.get(part.name()).get()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void links_lead_to_files(Page page) {
        assertThat(page.links())
                .allSatisfy(link -> assertThat(page.path().resolveSibling(link)).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void types_that_are_named_exist(Page page) throws IOException {
        Set<String> known = types();
        assertThat(page.words())
                .filteredOn(word -> word.matches("[A-Z][a-z0-9]+([A-Z][a-z0-9]*)*(\\.[A-Z][A-Za-z0-9]+)?"))
                .map(word -> word.replaceFirst("\\..*", ""))
                .filteredOn(word -> !known.contains(word))
                .as("types that are neither of this project nor in OTHERS")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commands_that_are_named_exist(Page page) {
        List<String> known = Stream.concat(
                        Extensions.onClassPath().contributions(Command.POINT.id()).stream()
                                .map(Contribution::name),
                        Stream.of("COMMAND", "parameters"))
                .toList();
        assertThat(page.words())
                .filteredOn(word -> word.startsWith("gan "))
                .extracting(word -> word.split(" ")[1])
                .isSubsetOf(known);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void paths_that_are_named_exist(Page page) {
        assertThat(page.words())
                .filteredOn(word -> word.matches("(gan-[a-z]+|docs|\\.ci)/[^ …*<>]*"))
                .filteredOn(word -> !word.contains("/target"))
                .allSatisfy(word -> assertThat(Page.ROOT.resolve(word)).exists());
    }

    /** The artifacts of the poms, but for our own; managed ones that no module declares are nobody's dependencies. */
    @Test
    void every_dependency_has_its_row_in_the_rationale() throws IOException {
        Set<String> declared = new TreeSet<>();
        for (String pom : List.of("", "gan-api/", "gan-losses/", "gan-tensorflow/", "gan-experiments/")) {
            String text = Page.read(Page.ROOT.resolve(pom + "pom.xml"))
                    .replaceAll("(?s)<dependencyManagement>.*?</dependencyManagement>", "")
                    .replaceAll("(?s)<build>.*?</build>", "");
            Pattern.compile("<dependency>.*?<artifactId>(.*?)</artifactId>", Pattern.DOTALL)
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(artifact -> !artifact.startsWith("gan-"))
                    .forEach(declared::add);
        }
        String table = Page.read(Page.ROOT.resolve("docs/rationale.md")).replaceFirst("(?s).*## Dependencies", "");
        assertThat(table.lines()
                        .filter(line -> line.startsWith("| `"))
                        .flatMap(line -> Stream.of(line.split(" \\| ")[0].split("[|`, ]+")))
                        .filter(artifact -> !artifact.isEmpty()))
                .containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void every_example_is_shown() throws IOException {
        List<String> shown = Page.all().stream()
                .flatMap(page -> page.blocks().stream())
                .map(Page.Block::file)
                .toList();
        try (Stream<Path> files = Files.walk(Page.ROOT.resolve(EXAMPLES))) {
            assertThat(files.map(file -> Page.ROOT.relativize(file).toString())
                            .filter(file -> file.endsWith(".java") && !file.endsWith("package-info.java")))
                    .isSubsetOf(shown);
            assertThat(shown).contains(PROGRAM);
        }
    }

    /** Simple names of all types of this project that have a file, and of the others. */
    private static Set<String> types() throws IOException {
        try (Stream<Path> files = Files.walk(Page.ROOT)) {
            Set<String> types = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
            types.addAll(OTHERS);
            return types;
        }
    }
}
