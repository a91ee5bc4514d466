package org.gan4j.experiments.program.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.gan4j.api.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginProjectTest {
    private static final Path ROOT = Path.of("..");

    @TempDir
    Path folder;

    @Test
    void packages_and_classes_follow_from_the_name() {
        assertThat(new PluginProject("soft-hinge2").files("1.2"))
                .containsOnlyKeys(
                        "README.md",
                        "pom.xml",
                        "src/main/java/com/example/softhinge2/SoftHinge2Loss.java",
                        "src/main/java/com/example/softhinge2/SoftHinge2Module.java",
                        "src/main/resources/META-INF/services/org.gan4j.api.plugin.GanModule",
                        "src/test/java/com/example/softhinge2/SoftHinge2LossTest.java");
    }

    @Test
    void nothing_is_left_to_fill_in() {
        assertThat(new PluginProject("soft-hinge").files("1.2").values())
                .allSatisfy(text -> assertThat(text).doesNotContainPattern("@(name|Name|package|version)@"));
    }

    @Test
    void the_example_plug_in_has_the_same_pom() throws IOException {
        String version = first("<version>(.*?)</version>", Files.readString(ROOT.resolve("pom.xml")));
        assertThat(ROOT.resolve("docs/examples/plugin/pom.xml"))
                .content()
                .isEqualTo(new PluginProject("plugin").files(version).get("pom.xml"));
    }

    @Test
    void maven_s_plug_ins_are_of_the_versions_that_build_gan4j() throws IOException {
        Pattern plugin = Pattern.compile("<artifactId>([\\w-]+-plugin)</artifactId>\\s*<version>(.*?)</version>");
        List<String> ours = plugin.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
        assertThat(plugin.matcher(new PluginProject("mine").files("1.2").get("pom.xml"))
                        .results()
                        .map(found -> found.group(1) + " " + found.group(2)))
                .isNotEmpty()
                .isSubsetOf(ours);
    }

    @ParameterizedTest
    @CsvSource({
        "Hinge, words in lower case",
        "my_loss, words in lower case",
        "2d, words in lower case",
        "int, a word of Java"
    })
    void a_name_that_no_package_can_have_is_refused(String name, String reason) {
        assertThatThrownBy(() -> new PluginProject(name))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(name + ": ")
                .hasMessageContaining(reason);
    }

    @Test
    void a_folder_that_holds_something_is_left_as_it_is() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> new PluginProject("hinge").write(folder, "1.2"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(folder + ": is there and not empty; --dir names another folder");
        assertThat(folder.toFile().list()).containsExactly("notes.txt");
    }

    @Test
    void an_empty_folder_will_do() {
        new PluginProject("hinge").write(folder, "1.2");

        assertThat(folder.resolve("src/main/java/com/example/hinge/HingeLoss.java"))
                .content()
                .contains("record HingeLoss(");
    }

    private static String first(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
