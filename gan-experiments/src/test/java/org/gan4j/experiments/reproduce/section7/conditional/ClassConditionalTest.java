package org.gan4j.experiments.reproduce.section7.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.gan4j.experiments.program.cli.Gan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on the small set of clothes that is part of the program, with narrow nets. */
class ClassConditionalTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... more) {
        out.reset();
        err.reset();
        List<String> line = new ArrayList<>(List.of(
                "reproduce",
                "conditional",
                "dataset.of=fashion-mini",
                "epochs=0",
                "steps=2",
                "batch=20",
                "eval.every=0",
                "discriminator.hidden=[4]",
                "draws=7",
                "runs=" + folder,
                "--out",
                folder.toString()));
        line.addAll(List.of(more));
        return Gan.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                line.toArray(String[]::new));
    }

    private JsonNode document() throws IOException {
        return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }

    @Test
    @Tag("tensorflow")
    void a_generator_that_shows_what_is_asked_for_passes() throws IOException {
        int code = run("--json", "--quiet", "--module", Prototypes.class.getName() + "$Right");

        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
        JsonNode document = document();
        assertThat(document.get("passed").asBoolean()).isTrue();
        assertThat(document.get("agreement").get("n").asInt()).isEqualTo(70);
        assertThat(document.get("agreement").get("value").asDouble()).isGreaterThanOrEqualTo(0.9);
        assertThat(document.get("rows")).hasSize(10);
        // A probe of 800 pieces of clothing is right of more than half of the others, of which there are 100.
        assertThat(document.get("probe").get("n").asInt()).isEqualTo(70);
        assertThat(document.get("probe").get("value").asDouble()).isBetween(0.5, 0.99);
        // 70 places, each with a chance of 1/10: deviation 0.036.
        assertThat(document.get("shuffled").get("value").asDouble()).isLessThan(0.1 + 5 * 0.036);
        // Ten rows of ten, 28 pixels wide at twice the size, with 2 between them.
        assertThat(ImageIO.read(folder.resolve("conditional.png").toFile()).getWidth())
                .isEqualTo(10 * 56 + 9 * 2);
    }

    @Test
    @Tag("tensorflow")
    void a_generator_that_shows_the_next_class_fails_and_is_told_apart_class_by_class() throws IOException {
        int code = run("--json", "--quiet", "--module", Prototypes.class.getName() + "$Wrong");

        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(1);
        JsonNode document = document();
        assertThat(document.get("passed").asBoolean()).isFalse();
        assertThat(document.get("agreement").get("value").asDouble()).isLessThanOrEqualTo(0.1);
        // Asked for trousers (1), it shows what the probe takes for a pullover (2).
        assertThat(document.get("rows").get(1).get("mistakenFor").asInt()).isEqualTo(2);
    }

    @Test
    @Tag("tensorflow")
    void the_recipe_trains_and_says_in_words_what_came_out() {
        int code = run("generator.of.hidden=[5]", "--quiet");

        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("BROKEN: of 70 pictures ", "show the class that was asked for; at least 90.0 % is asked")
                .contains("the probe itself, on 70 real pictures that it has not seen: ")
                .contains("(3 nearest of 800 training pictures)", "by chance, the same classes in random order: ");
    }

    @Test
    void another_number_of_classes_in_one_part_is_refused_before_anything_is_trained() {
        assertThat(run("prior.classes=9")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("dataset.classes, prior.classes and generator.classes must be one number; they are 10, 9 and"
                        + " 10");
    }

    @Test
    void parts_that_know_no_classes_are_refused_with_those_that_do() {
        assertThat(run("prior=uniform")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("here they are 'captioned', 'uniform' and 'captioned'")
                .contains("as in the recipe mnist-conditional");
    }
}
