package org.gan4j.experiments.program.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that what a user mistypes is answered before anything is loaded or written: exit code 2, and a line for each mistake. */
class BadInputTest {
    @TempDir
    Path folder;

    private final GanLine gan = new GanLine();

    private void refused(String line, String... arguments) {
        assertThat(gan.run(arguments)).as(String.join(" ", arguments)).isEqualTo(2);
        assertThat(gan.out()).isEmpty();
        assertThat(gan.err().replace(folder + "/", "")).isEqualTo(line + "\n");
    }

    private String file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("my.yaml"), yaml).toString();
    }

    @Test
    void names_that_are_not_known() {
        refused(
                "gan: rnig: unknown recipe 'rnig', did you mean 'ring'?; a file is named with its ending, such as"
                        + " my.yaml",
                "train",
                "rnig");
        refused("gan: bacth=3: unknown key 'bacth', did you mean 'batch'?", "train", "ring", "bacth=3");
        refused("gan: loss=minmax: unknown loss 'minmax', did you mean 'minimax'?", "train", "ring", "loss=minmax");
        refused("gan: none.yaml: there is no file 'none.yaml'", "train", "none.yaml");
    }

    @Test
    void parameters_without_the_part_they_are_of() {
        refused("gan: rate=0.1: unknown key 'rate', did you mean 'optimizer.rate'?", "train", "ring", "rate=0.1");
        refused(
                "gan: metrics.samples=9: unknown key 'metrics.samples', did you mean 'metrics.modes.samples'?",
                "train",
                "ring",
                "metrics=modes",
                "metrics.samples=9");
        refused(
                "gan: weights=he: unknown key 'weights',"
                        + " did you mean 'discriminator.weights' or 'generator.weights'?",
                "train",
                "ring",
                "weights=he");
        refused(
                "gan: generator.value=1: unknown key 'generator.value', did you mean 'generator.bias.value'?",
                "train",
                "ring",
                "generator.value=1");
    }

    @Test
    void values_that_cannot_be() throws IOException {
        refused("gan: steps=ten: 'steps' takes a whole number, not 'ten'", "train", "ring", "steps=ten");
        refused("gan: batch=-1: 'batch' must be between 1 and 1000000, not -1", "train", "ring", "batch=-1");
        refused(
                "gan: seed=range(1,1): 'seed': range(1,1) is empty: it begins with 1 and ends before 1",
                "compare",
                "ring",
                "seed=range(1,1)");
        refused(
                "gan: my.yaml:2:10: this is not YAML: mapping values are not allowed here",
                "train",
                file("recipe: ring\nloss: a b: c\n"));
    }

    @Test
    void two_mistakes_are_two_lines() {
        refused(
                "gan: loss=minmax: unknown loss 'minmax', did you mean 'minimax'?\n"
                        + "gan: batch=0: 'batch' must be between 1 and 1000000, not 0",
                "train",
                "ring",
                "batch=0",
                "loss=minmax");
    }

    @Test
    void nets_that_do_not_fit() {
        refused(
                "gan: generator.output.units=3: the generator turns [batch×16] into [batch×3], expected [batch×2] as"
                        + " the data",
                "train",
                "ring",
                "generator.output=dense",
                "generator.output.units=3");
    }
}
