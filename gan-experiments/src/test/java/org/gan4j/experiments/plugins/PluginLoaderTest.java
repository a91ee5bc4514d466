package org.gan4j.experiments.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.json.PackageVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.Prior;
import org.gan4j.api.experiment.Recipe;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Setting;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginLoaderTest {
    private static final String RECIPE_MODULE = """
        import org.gan4j.api.plugin.GanModule;
        public final class %s extends GanModule {
            @Override protected void configure() { recipe("%s", Greet.class); }
        }
        """;
    private static final String RECIPE = """
        import org.gan4j.api.experiment.Recipe;
        public final class Greet implements Recipe {
            @Override public String yaml() { return sample.library.Greeting.text(); }
        }
        """;
    private static final String SWAP = """
        import org.gan4j.api.Prior;
        import org.gan4j.api.plugin.GanModule;
        import org.gan4j.standard.prior.GaussianPrior;
        public final class SwapModule extends GanModule {
            @Override protected void configure() { bind(Prior.class).toInstance(new GaussianPrior(3, 2)); }
        }
        """;

    @TempDir
    Path folder;

    private Extensions load(String... modules) {
        return PluginLoader.of(List.of(folder)).extensions(List.of(modules));
    }

    private static PluginJar recipeJar(String packageName, String recipe) {
        return new PluginJar()
                .source(packageName + ".Plug", RECIPE_MODULE.formatted("Plug", recipe))
                .source(packageName + ".Greet", RECIPE)
                .service(packageName + ".Plug  # the module");
    }

    private static String yaml(Extensions extensions, String recipe) {
        Problems problems = new Problems();
        return extensions
                .part(Recipe.POINT, "recipe", new Setting.Text(recipe, "here"), problems)
                .map(Part::value)
                .map(Recipe::yaml)
                .orElseThrow();
    }

    @Test
    void a_jar_and_a_folder_of_jars_contribute() {
        recipeJar("one", "first").write(folder.resolve("one.jar"));
        recipeJar("two", "second").write(folder.resolve("two/two.jar"));

        Extensions extensions = load();

        assertThat(extensions.problems()).isEmpty();
        assertThat(extensions.contribution(Recipe.POINT, "first")).isPresent();
        assertThat(extensions.contribution(Recipe.POINT, "second")).isPresent();
        assertThat(extensions.plugins())
                .filteredOn(plugin -> plugin.id().equals("one.Plug"))
                .singleElement()
                .satisfies(plugin -> assertThat(plugin.location().orElseThrow().getFileName())
                        .hasToString("one.jar"));
    }

    @Test
    void a_recipe_is_a_yaml_file_beside_the_module() {
        String text = "# a ring in haste\n# source: nobody 2026\nrecipe: ring\nsteps: 10\n";
        new PluginJar()
                .source("acme.Plug", """
                    public final class Plug extends org.gan4j.api.plugin.GanModule {
                        @Override protected void configure() { recipes("haste"); }
                    }
                    """)
                .entry("acme/recipes/haste.yaml", text.getBytes(StandardCharsets.UTF_8))
                .service("acme.Plug")
                .write(folder.resolve("acme.jar"));

        Extensions extensions = load();

        assertThat(extensions.problems()).isEmpty();
        assertThat(yaml(extensions, "haste")).isEqualTo(text);
        Contribution haste = extensions.contribution(Recipe.POINT, "haste").orElseThrow();
        assertThat(haste.purpose()).isEqualTo("a ring in haste");
        assertThat(haste.source()).isEqualTo("nobody 2026");
    }

    @Test
    void a_plugin_meets_its_own_copy_of_a_library_and_the_program_keeps_its_own() {
        recipeJar("own", "own")
                .source(
                        "sample.library.Greeting",
                        "public final class Greeting { public static String text() { return \"the plug-in's copy\"; }"
                                + " }")
                .write(folder.resolve("own.jar"));
        recipeJar("shared", "shared").write(folder.resolve("shared.jar"));

        Extensions extensions = load();

        assertThat(yaml(extensions, "own")).isEqualTo("the plug-in's copy");
        assertThat(yaml(extensions, "shared")).isEqualTo("the program's copy");
        assertThat(sample.library.Greeting.text()).isEqualTo("the program's copy");
    }

    @Test
    void a_plugin_may_bring_another_version_of_a_library_that_the_program_uses_itself() {
        recipeJar("own", "own")
                .source(
                        "com.fasterxml.jackson.core.json.PackageVersion",
                        "public final class PackageVersion { public static final String OLD = String.valueOf(1.9); }")
                .source("own.Greet", """
                    public final class Greet implements org.gan4j.api.experiment.Recipe {
                        @Override public String yaml() {
                            return com.fasterxml.jackson.core.json.PackageVersion.OLD;
                        }
                    }
                    """)
                .write(folder.resolve("own.jar"));

        Extensions extensions = load();

        assertThat(extensions.problems()).isEmpty();
        assertThat(yaml(extensions, "own")).isEqualTo("1.9");
        assertThat(PackageVersion.VERSION.getMajorVersion()).isEqualTo(2);
    }

    @Test
    void a_copy_of_the_contracts_in_a_plugin_is_passed_over() {
        recipeJar("own", "own")
                .source("org.gan4j.api.experiment.Recipe", "public interface Recipe { String yaml(); }")
                .write(folder.resolve("own.jar"));

        assertThat(yaml(load(), "own")).isEqualTo("the program's copy");
    }

    @Test
    void a_library_beside_the_plugins_jar_is_found() {
        Path own = recipeJar("own", "own")
                .source("lib.Words", "public final class Words { public static String word() { return \"a word\"; } }")
                .source("own.Greet", """
                    public final class Greet implements org.gan4j.api.experiment.Recipe {
                        @Override public String yaml() { return lib.Words.word(); }
                    }
                    """)
                .without("lib.Words")
                .write(folder.resolve("own/own.jar"));
        new PluginJar()
                .source("lib.Words", "public final class Words { public static String word() { return \"a word\"; } }")
                .write(own.resolveSibling("words.jar"));

        assertThat(yaml(load(), "own")).isEqualTo("a word");
    }

    @Test
    void a_module_in_a_jar_without_service_entry_swaps_a_part() {
        new PluginJar().source("acme.SwapModule", SWAP).write(folder.resolve("swap.jar"));

        Extensions extensions = load("acme.SwapModule");

        assertThat(extensions.problems()).isEmpty();
        Part<Prior> prior = extensions.swapped(Prior.POINT).orElseThrow();
        assertThat(prior.value().shape().size()).isEqualTo(3);
        assertThat(prior.module()).isEqualTo("acme.SwapModule");
    }

    @Test
    void a_jar_of_modules_that_only_swap_is_no_broken_plugin_though_no_flag_names_them() {
        new PluginJar().source("acme.SwapModule", SWAP).write(folder.resolve("swap.jar"));

        // A YAML file may name them, which is read after the plug-ins.
        assertThat(load().problems()).isEmpty();
    }

    @Test
    void a_module_that_has_a_service_entry_too_is_used_once_it_is_named() {
        new PluginJar()
                .source("acme.SwapModule", SWAP)
                .service("acme.SwapModule")
                .write(folder.resolve("swap.jar"));

        assertThat(load().problems()).singleElement().satisfies(problem -> assertThat(problem.what())
                .contains("binds Prior")
                .contains("--module"));
        Extensions extensions = load("acme.SwapModule");
        assertThat(extensions.problems()).isEmpty();
        assertThat(extensions.swapped(Prior.POINT)).isPresent();
    }

    @Test
    void modules_that_cannot_be_had_are_named_all_at_once_with_the_nearest() {
        new PluginJar()
                .source("acme.SwapModule", SWAP)
                .source(
                        "acme.Needy",
                        "public final class Needy extends com.google.inject.AbstractModule {"
                                + " public Needy(int n) {} }")
                .write(folder.resolve("swap.jar"));

        assertThatThrownBy(() -> load("acme.SwapModul", "SwapModule", "acme.Needy", "java.lang.String", "x.Y"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("""
                    --module acme.SwapModul: there is no class acme.SwapModul, did you mean 'acme.SwapModule'?
                    --module SwapModule: there is no class SwapModule, did you mean 'acme.SwapModule'?
                    --module acme.Needy: acme.Needy has no constructor without arguments, so only Java code can make one
                    --module java.lang.String: java.lang.String is not a com.google.inject.Module, so it cannot swap parts
                    --module x.Y: there is no class x.Y, known: acme.Needy, acme.SwapModule\
                    """);
    }

    @Test
    void a_module_that_is_in_two_jars_is_not_guessed_at() {
        new PluginJar().source("acme.SwapModule", SWAP).write(folder.resolve("a.jar"));
        new PluginJar().source("acme.SwapModule", SWAP).write(folder.resolve("b.jar"));

        assertThatThrownBy(() -> load("acme.SwapModule"))
                .hasMessage(
                        "--module acme.SwapModule: module acme.SwapModule is in a.jar and in b.jar; keep one of them");
    }

    @Test
    void a_folder_that_is_not_there_is_the_users_mistake() {
        assertThatThrownBy(() -> PluginLoader.of(List.of(folder.resolve("nowhere"))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("there is no such folder");
    }

    @Test
    void a_folder_without_a_jar_is_told_what_it_holds_and_what_was_expected() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/acme"));
        Files.writeString(classes.resolve("Plug.class"), "");
        Files.writeString(folder.resolve("classes/notes.txt"), "");
        Path empty = Files.createDirectory(folder.resolve("empty"));

        Extensions extensions =
                PluginLoader.of(List.of(classes.getParent(), empty)).extensions(List.of());

        assertThat(extensions.problems())
                .extracting(Problem::toString)
                .extracting(line -> line.replace(folder + "/", ""))
                .containsExactly(
                        "--plugins classes: nothing is loaded from there: 2 files, 1 of them classes, and no jar;"
                                + " expected NAME.jar or NAME/*.jar;"
                                + " jar --create --file NAME.jar -C classes . makes one of the classes",
                        "--plugins empty: nothing is loaded from there: it is empty; expected NAME.jar or NAME/*.jar");
    }

    @Test
    void the_finder_of_the_program_is_there_for_whoever_resolves_files() {
        new PluginJar().source("acme.SwapModule", SWAP).write(folder.resolve("swap.jar"));
        Problems problems = new Problems();

        assertThat(load().instance(ModuleFinder.class).find("acme.SwapModule", "x.yaml:1:1", problems))
                .isPresent();
        assertThat(Extensions.onClassPath()
                        .instance(ModuleFinder.class)
                        .find("acme.SwapModule", "x.yaml:1:1", problems))
                .isEmpty();
        assertThat(problems.list())
                .containsExactly(new Problem(
                        "x.yaml:1:1",
                        "there is no class acme.SwapModule, neither on the class path nor in plugins/;"
                                + " name a further folder with --plugins DIR"));
    }
}
