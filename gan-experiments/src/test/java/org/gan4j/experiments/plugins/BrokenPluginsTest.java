package org.gan4j.experiments.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.Loss;
import org.gan4j.api.experiment.Recipe;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Setting;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenPluginsTest {
    @TempDir
    Path folder;

    private Extensions load() {
        return PluginLoader.of(List.of(folder)).extensions(List.of());
    }

    private static List<String> told(Extensions extensions) {
        return extensions.problems().stream().map(Problem::toString).sorted().toList();
    }

    /** The lines, with what depends on the machine put in place of {JAVA}, {NEXT} and {FOLDER}. */
    private List<String> golden() throws IOException {
        int java = Runtime.version().feature();
        try (InputStream file = getClass().getResourceAsStream("broken-jars.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{JAVA}", Integer.toString(java))
                    .replace("{NEXT}", Integer.toString(java + 1))
                    .replace("{FOLDER}", folder.toRealPath().toString())
                    .lines()
                    .toList();
        }
    }

    @Test
    void every_broken_jar_is_one_line_that_says_what_to_do_and_stops_no_other() throws IOException {
        BrokenJars jars = new BrokenJars(folder);
        jars.writeAll();
        BrokenJars.sound("sound").write(folder.resolve("sound.jar"));

        Extensions extensions = load();

        assertThat(told(extensions)).containsExactlyElementsOf(golden());
        assertThat(extensions.contribution(Recipe.POINT, "sound")).isPresent();
        assertThat(extensions.contribution(Loss.POINT, "minimax")).isPresent();
    }

    @Test
    void whoever_names_a_part_of_a_broken_plugin_is_told_why_it_is_not_there() {
        BrokenJars.sound("mine").without("mine.Greet").write(folder.resolve("mine.jar"));
        Problems problems = new Problems();

        load().part(Recipe.POINT, "recipe", Setting.parse("mine", "flag"), problems);

        assertThat(problems.list())
                .singleElement()
                .asString()
                .startsWith("flag: unknown recipe 'mine', ")
                .contains("(plugin mine.jar: not loaded: class mine.Greet is missing, which mine.Plug needs; ");
    }

    @Test
    void plug_ins_that_cannot_have_brought_the_name_are_only_counted() throws IOException {
        BrokenJars.sound("mine").without("mine.Greet").write(folder.resolve("mine.jar"));
        Files.writeString(folder.resolve("garbage.jar"), "this is no jar");

        assertThat(load().hint(Recipe.POINT, "mine"))
                .contains("(plugin mine.jar: not loaded: ")
                .doesNotContain("garbage.jar");
        assertThat(load().hint(Recipe.POINT, "yours"))
                .endsWith(" (2 plug-ins are not, or not fully, in use: see gan plugins)");
    }

    @Test
    void a_declared_range_that_fits_does_no_harm_and_none_is_needed() {
        BrokenJars.sound("fits")
                .header("Import-Package", "org.gan4j.api.run;version=\"[0.1,1)\"")
                .write(folder.resolve("fits.jar"));
        BrokenJars.sound("optional")
                .header("Import-Package", "org.gan4j.api.future;resolution:=optional")
                .write(folder.resolve("optional.jar"));
        BrokenJars.sound("silent").write(folder.resolve("silent.jar"));

        assertThat(told(load())).isEmpty();
    }

    @Test
    void what_a_library_inside_a_plugin_lacks_is_a_remark_only() {
        BrokenJars.sound("mine")
                .source("lib.Words", "public final class Words { Object x = new lib.optional.Extra(); }")
                .source("lib.optional.Extra", "public final class Extra {}")
                .without("lib.optional.Extra")
                .write(folder.resolve("mine.jar"));

        assertThat(told(load())).isEmpty();
        assertThat(PluginLoader.ofOne(folder.resolve("mine.jar")).remarks())
                .containsExactly("class lib.optional.Extra is missing, which lib.Words may ask for;"
                        + " fine if the plug-in never comes there");
    }
}
