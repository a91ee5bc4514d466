package org.gan4j.experiments.program.command.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.experiments.plugins.PluginJar;
import org.gan4j.experiments.program.command.GanLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsCommandTest {
    private static final List<String> POINTS = List.of(
            "generator",
            "discriminator",
            "prior",
            "loss",
            "dataset",
            "layer",
            "initializer",
            "term",
            "schedule",
            "optimizer",
            "metric",
            "tracker",
            "backend",
            "recipe",
            "command",
            "tensorflow.net",
            "reproduction",
            "source");

    @TempDir
    Path folder;

    private final GanLine gan = new GanLine();

    private Path primeLoss(Path jar) {
        return new PluginJar()
                .source(
                        "acme.Plug",
                        "public final class Plug extends org.gan4j.api.plugin.GanModule {\n"
                                + "@Override protected void configure() { prior(\"small\", Small.class); } }")
                .source("acme.Small", """
                    import org.gan4j.api.algebra.*;
                    @org.gan4j.api.part.About("one normal value")
                    public record Small() implements org.gan4j.api.Prior {
                        @Override public Shape shape() { return Shape.of(1); }
                        @Override public <T> Expr<T> draw(Noise<T> noise) { return noise.normal(shape()); }
                    }
                    """)
                .service("acme.Plug")
                .write(jar);
    }

    @Test
    void a_point_is_listed_with_its_contributions() {
        assertThat(gan.run("plugins", "prior")).isZero();

        assertThat(gan.out().lines().toList())
                .startsWith("prior: the distribution of the generator's input")
                .contains("    gaussian   independent normal values");
    }

    @Test
    void what_a_jar_adds_is_listed_with_plugin_and_jar() {
        Path jar = primeLoss(folder.resolve("small.jar"));

        assertThat(gan.run("plugins", "prior", "-v", "--plugins", folder.toString()))
                .isZero();
        assertThat(gan.out())
                .contains("    small      one normal value\n      acme.Small, from acme.Plug unversioned in " + jar
                        + "\n");

        assertThat(gan.run("plugins", "prior", "--json", "--plugins", folder.toString()))
                .isZero();
        assertThat(gan.out())
                .contains(
                        "{\"class\":\"acme.Small\",\"jar\":\"" + jar + "\",\"name\":\"small\",\"plugin\":\"acme.Plug\","
                                + "\"point\":\"prior\",\"version\":\"unversioned\"}")
                .contains("\"problems\":[]");
    }

    @Test
    void parameters_are_listed_with_type_range_default_and_meaning() {
        assertThat(gan.run("plugins", "prior", "-v")).isZero();

        assertThat(gan.out())
                .contains("\n  contract org.gan4j.api.Prior, since 0.1, for example prior=gaussian prior.size=16\n")
                .containsPattern(
                        "gaussian .*\\n .*GaussianPrior, from .*\\n        size \\(int, at least 1, default \\d+\\): ");
    }

    @Test
    void every_extension_point_of_the_design_describes_itself() {
        assertThat(gan.run("plugins", "-v")).isZero();

        List<String> lines = gan.out().lines().toList();
        for (String id : POINTS) {
            int at = IntStream.range(0, lines.size())
                    .filter(i -> lines.get(i).startsWith(id + ": "))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(id));
            assertThat(lines.get(at)).hasSizeGreaterThan(id.length() + 10);
            assertThat(lines.get(at + 1)).matches("  contract org\\.gan4j\\..+, since \\d+\\.\\d+, for example .+");
        }
    }

    @Test
    void a_part_that_fails_when_it_is_built_hurts_its_check_and_those_who_name_it_alone() {
        Path jar = new PluginJar()
                .source(
                        "acme.Plug",
                        "public final class Plug extends org.gan4j.api.plugin.GanModule {\n"
                                + "@Override protected void configure() { recipe(\"fragile\", Fragile.class); } }")
                .source("acme.Fragile", """
                    public record Fragile() implements org.gan4j.api.experiment.Recipe {
                        public Fragile { if (true) throw new IllegalStateException("no licence"); }
                        @Override public String yaml() { return ""; }
                    }
                    """)
                .service("acme.Plug")
                .write(folder.resolve("fragile.jar"));
        String line = "recipe: acme.Fragile of fragile.jar failed when it was built:"
                + " java.lang.IllegalStateException: no licence\n";

        assertThat(gan.run("plugins", "--plugins", folder.toString())).isZero();
        assertThat(gan.err()).isEmpty();
        assertThat(gan.run("plugins", "--check", jar.toString())).isEqualTo(1);
        assertThat(gan.out())
                .isEqualTo("recipe fragile: acme.Fragile\n" + line + "the plug-in cannot be used as it is\n");
    }

    @Test
    void check_finds_that_the_file_of_a_recipe_is_missing() {
        Path jar = new PluginJar()
                .source(
                        "acme.Plug",
                        "public final class Plug extends org.gan4j.api.plugin.GanModule { "
                                + "@Override protected void configure() { recipes(\"haste\"); } }")
                .service("acme.Plug")
                .write(folder.resolve("acme.jar"));

        assertThat(gan.run("plugins", "--check", jar.toString())).isEqualTo(1);

        assertThat(gan.out())
                .isEqualTo("recipe haste: org.gan4j.api.experiment.YamlRecipe\n"
                        + "recipes/haste.yaml: there is no such resource beside acme.Plug, which contributes it;"
                        + " expected acme/recipes/haste.yaml\n"
                        + "the plug-in cannot be used as it is\n");
    }

    @Test
    void parts_whose_shapes_cannot_be_right_are_problems_of_their_jar() {
        Path jar = new PluginJar()
                .source("acme.Plug", """
                    public final class Plug extends org.gan4j.api.plugin.GanModule {
                        @Override protected void configure() {
                            loss("each", Each.class);
                            prior("longer", Longer.class);
                            layer("summed", Summed.class);
                        }
                    }
                    """)
                .source("acme.Each", """
                    import org.gan4j.api.*;
                    import org.gan4j.api.algebra.*;
                    public record Each() implements Loss {
                        @Override public <T> Expr<T> discriminator(Scores<T> d) { return d.fake().mean(); }
                        @Override public <T> Expr<T> generator(Scores<T> d) { return d.fake().square(); }
                    }
                    """)
                .source("acme.Longer", """
                    import org.gan4j.api.algebra.*;
                    public record Longer() implements org.gan4j.api.Prior {
                        @Override public Shape shape() { return Shape.of(2); }
                        @Override public <T> Expr<T> draw(Noise<T> noise) { return noise.normal(Shape.of(3)); }
                    }
                    """)
                .source("acme.Summed", """
                    import org.gan4j.api.algebra.*;
                    public record Summed() implements org.gan4j.api.net.Layer {
                        @Override
                        public String kind() {
                            return "summed";
                        }

                        @Override public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) { return x.sum(0); }
                    }
                    """)
                .service("acme.Plug")
                .write(folder.resolve("shapes.jar"));

        assertThat(gan.run("plugins", "--check", jar.toString())).isEqualTo(1);
        assertThat(gan.out().lines().skip(3))
                .containsExactlyInAnyOrder(
                        "loss each: gives the generator an objective of shape [batch],"
                                + " expected a scalar such as a mean over the batch",
                        "prior longer: draws [batch×3], expected [batch×2] as its shape() declares",
                        "layer summed: turns [batch×6] into [1×6], which has lost the axis of the batch",
                        "the plug-in cannot be used as it is");
    }

    @Test
    void an_unknown_point_is_answered_with_the_nearest() {
        assertThat(gan.run("plugins", "los")).isEqualTo(2);

        assertThat(gan.err()).isEqualTo("gan: los: unknown extension point, did you mean 'loss'?\n");
    }

    @Test
    void problems_are_lines_on_standard_error_and_part_of_the_document() throws Exception {
        Files.writeString(folder.resolve("garbage.jar"), "no jar");

        assertThat(gan.run("plugins", "--json", "--plugins", folder.toString())).isZero();

        assertThat(gan.err())
                .isEqualTo("gan: plugin garbage.jar: not loaded: not a readable jar: zip END header not found;"
                        + " build it again, or download it again\n");
        assertThat(gan.out())
                .contains("\"problems\":[{\"jar\":\"garbage.jar\","
                        + "\"reason\":\"not loaded: not a readable jar: zip END header not found;"
                        + " build it again, or download it again\"}]");
    }

    @Test
    void a_sound_jar_passes_its_check_and_a_broken_one_fails_it() throws Exception {
        Path sound = primeLoss(folder.resolve("small.jar"));
        Path broken = Files.writeString(folder.resolve("garbage.jar"), "no jar");

        assertThat(gan.run("plugins", "--check", sound.toString())).isZero();
        assertThat(gan.out()).isEqualTo("prior small: acme.Small\nno problems found\n");
        assertThat(gan.run("plugins", "--check", broken.toString())).isEqualTo(1);
        assertThat(gan.out()).startsWith("plugin garbage.jar: not loaded: not a readable jar");
        assertThat(gan.run("plugins", "--check", "nowhere.jar")).isEqualTo(2);
        assertThat(gan.err()).isEqualTo("gan: nowhere.jar: there is no such jar\n");
    }

    @Test
    void a_new_project_is_planned_by_a_dry_run_and_takes_no_name_that_a_loss_has() {
        Path project = folder.resolve("mine");

        assertThat(gan.run("plugins", "new", "hinge2", "--dir", project.toString(), "--dry-run"))
                .isZero();
        assertThat(gan.out()).contains(project + "/pom.xml\n");
        assertThat(project).doesNotExist();
        assertThat(gan.run("plugins", "new", "minimax")).isEqualTo(2);
        assertThat(gan.err()).isEqualTo("gan: minimax: there is a loss of this name already; take another\n");
        assertThat(gan.run("plugins", "new")).isEqualTo(2);
        assertThat(gan.err()).startsWith("gan: gan plugins new: takes one name");
        assertThat(gan.run("plugins", "--dir", "mine")).isEqualTo(2);
        assertThat(gan.err()).startsWith("gan: --dir mine: belongs to new");
    }
}
