package org.gan4j.experiments.program.command.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.experiment.Recipe;
import org.gan4j.experiments.program.command.GanLine;
import org.gan4j.experiments.settings.keys.Keys;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipesCommandTest {
    @TempDir
    Path folder;

    private final GanLine gan = new GanLine();

    @Test
    void the_recipes_are_listed_with_their_purposes() {
        assertThat(gan.run("recipes")).isZero();

        assertThat(gan.out().lines()).anySatisfy(line -> assertThat(line)
                .matches("ring +eight modes on a circle: which loss covers them\\?"));
    }

    @Test
    void recipes_without_a_group_come_first_and_then_each_group_under_its_heading() {
        gan.run("recipes");

        List<String> lines = gan.out().lines().toList();
        int first = lines.indexOf("");
        int projects = lines.indexOf("other projects, each with its own settings:");
        assertThat(lines.subList(0, first)).anyMatch(line -> line.startsWith("ring "));
        assertThat(lines.stream().skip(projects + 1).takeWhile(line -> !line.isEmpty()))
                .extracting(line -> line.split(" ")[0])
                .containsExactly("collection", "collection-conditional", "cs231n", "cs231n-dcgan", "one-hidden-layer");
    }

    @Test
    void every_recipe_of_the_house_resolves_and_shows_all_keys() {
        Extensions.onClassPath().contributions(Recipe.POINT.id()).forEach(recipe -> {
            assertThat(gan.run("recipes", recipe.name()))
                    .as(recipe.name() + gan.err())
                    .isZero();
            assertThat(gan.out())
                    .contains(Keys.all().stream().map(Keys.Key::name).toArray(String[]::new));
        });
    }

    @Test
    void what_is_printed_is_a_file_that_resolves_to_the_same() throws Exception {
        gan.run("recipes", "ring", "loss=minimax", "--json");
        String first = gan.out();
        gan.run("recipes", "ring", "loss=minimax");
        Path file = Files.writeString(folder.resolve("my.yaml"), gan.out());

        gan.run("recipes", file.toString(), "--json");

        assertThat(hash(gan.out())).hasSize(64).isEqualTo(hash(first));
    }

    @Test
    void what_is_printed_of_lists_of_layers_resolves_to_the_same() throws Exception {
        // tfd has a list within a part within a part.
        for (String recipe : List.of("cifar-10-convolutional", "tfd")) {
            gan.run("recipes", recipe);
            Path file = Files.writeString(folder.resolve(recipe + ".yaml"), gan.out());
            assertThat(gan.run("diff", recipe, file.toString())).as(gan.err()).isZero();
            assertThat(gan.out()).isEqualTo("no difference\n");
        }
    }

    @Test
    void a_difference_is_a_line_with_both_values() {
        assertThat(gan.run("diff", "ring", "ring")).isZero();
        assertThat(gan.out()).isEqualTo("no difference\n");

        assertThat(gan.run("diff", "ring", "gaussian-1d")).isZero();
        assertThat(gan.out().lines())
                .anySatisfy(line -> assertThat(line).matches("dataset +ring +gaussian-1d"))
                .anySatisfy(line -> assertThat(line).matches("dataset.modes +8 +-"));

        assertThat(gan.run("diff", "ring", "gaussian-1d", "--json")).isZero();
        assertThat(gan.out()).contains("{\"a\":\"8\",\"b\":null,\"key\":\"dataset.modes\"}");
    }

    @Test
    void the_papers_text_and_code_differ_in_loss_and_schedule_alone() {
        assertThat(gan.run("diff", "mnist-paper-text", "mnist-paper-code")).isZero();

        // Text: Algorithm 1, both players on equation 1. Code: one shared minibatch for both, half of D's loss, the
        // other loss for G.
        assertThat(gan.out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "loss minimax non-saturating",
                        "loss.discriminatorScale 1 0.5",
                        "schedule algorithm-1 simultaneous",
                        "schedule.k 1 -");
    }

    @Test
    void what_is_no_run_and_no_recipe_is_the_users_mistake() {
        assertThat(gan.run("diff", "ring")).isEqualTo(2);
        assertThat(gan.err()).isEqualTo("gan: gan diff: takes two runs, recipes or YAML files, not 1\n");
        assertThat(gan.run(
                        "diff", "ring", "rong", "--runs", folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(gan.err()).contains("unknown recipe 'rong', did you mean 'ring'?");
        assertThat(gan.run("diff", "ring", folder.toString())).isEqualTo(2);
    }

    private static String hash(String json) {
        return Stream.of(json.split("\""))
                .dropWhile(word -> !word.equals("hash"))
                .skip(2)
                .findFirst()
                .orElse("");
    }
}
