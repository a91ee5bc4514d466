package org.gan4j.experiments.reproduce.section7.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Module;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.gan4j.experiments.program.cli.Gan;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.Verdict;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on the small set of clothes that is part of the program, with narrow nets. */
class ClassConditionalTest {
    private static final List<String> SETTINGS = List.of(
            "dataset.of=fashion-mini", "epochs=0", "steps=2", "batch=20", "eval.every=0", "discriminator.hidden=[4]");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... more) {
        out.reset();
        err.reset();
        List<String> line = new ArrayList<>(
                List.of("reproduce", "conditional", "draws=7", "runs=" + folder, "--out", folder.toString()));
        line.addAll(SETTINGS);
        line.addAll(List.of(more));
        return Gan.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                line.toArray(String[]::new));
    }

    private ConditionalResult run(Module generator) {
        return new ClassConditional("mnist-conditional", 7, 10_000)
                .run(ReproductionRequest.of(
                        Extensions.onClassPath(generator),
                        folder,
                        Stream.concat(SETTINGS.stream(), Stream.of("runs=" + folder))
                                .toArray(String[]::new)));
    }

    @Test
    @Tag("tensorflow")
    void a_generator_that_shows_what_is_asked_for_passes() throws IOException {
        ConditionalResult result = run(new Prototypes.Right());

        assertThat(result.verdict().isReproduced()).isTrue();
        assertThat(result.agreement().n()).isEqualTo(70);
        assertThat(result.agreement().value()).isGreaterThanOrEqualTo(0.9);
        assertThat(result.rows()).hasSize(10);
        // A probe of 800 pieces of clothing is right of more than half of the others, of which there are 100.
        assertThat(result.probe().n()).isEqualTo(70);
        assertThat(result.probe().value()).isBetween(0.5, 0.99);
        // 70 places, each with a chance of 1/10: deviation 0.036.
        assertThat(result.shuffled().value()).isLessThan(0.1 + 5 * 0.036);
        // Ten rows of ten, 28 pixels wide at twice the size, with 2 between them.
        assertThat(ImageIO.read(result.files().get(0).toFile()).getWidth()).isEqualTo(10 * 56 + 9 * 2);
    }

    @Test
    @Tag("tensorflow")
    void a_generator_that_shows_the_next_class_fails_and_is_told_apart_class_by_class() {
        ConditionalResult result = run(new Prototypes.Wrong());

        assertThat(result.verdict().ruling()).isEqualTo(Verdict.Ruling.NOT_REPRODUCED);
        assertThat(result.agreement().value()).isLessThanOrEqualTo(0.1);
        // Asked for trousers (1), it shows what the probe takes for a pullover (2).
        assertThat(result.rows().get(1).mistakenFor()).contains(2);
    }

    @Test
    @Tag("tensorflow")
    void the_recipe_trains_and_says_in_words_what_was_found() {
        int code = run("generator.of.hidden=[5]", "--quiet");

        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("of 70 pictures ", " show the class that was asked for\n")
                .contains("not reproduced; required: at least 90.0 % of the pictures show the class that was asked for")
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
