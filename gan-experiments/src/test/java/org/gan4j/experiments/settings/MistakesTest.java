package org.gan4j.experiments.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that all of the user's mistakes are reported at once, each with its place. */
class MistakesTest {
    @TempDir
    Path folder;

    private final Resolver resolver = TestParts.resolver();

    private String file(String yaml) {
        try {
            return Files.writeString(folder.resolve("my.yaml"), yaml).toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> mistakes(String recipe, String... settings) {
        return TestParts.mistakes(resolver, recipe, settings).stream()
                .map(line -> line.replace(folder + "/", ""))
                .toList();
    }

    @Test
    void all_are_reported_at_once_with_their_places() {
        String mine = file("""
            recipe: blended
            los: minimax
            loss:
              name: blend
              shar: 0.1
            generator.hidden: [8, x]
            batch: -4
            prior: gausian
            discriminator.hidden: 3
            seed: one
            eval.evry: 3
            metrics.jsd.samples: 3
            steps: 10
            """);

        assertThat(mistakes(mine, "optimizer.rat=2", "epochs=0.5.1", "device=cuda", "optimzer=adam", "minutes=-1"))
                .containsExactly(
                        "my.yaml:2:1: unknown key 'los', did you mean 'loss'?",
                        "my.yaml:11:1: unknown key 'eval.evry', did you mean 'eval.every'?",
                        "optimzer=adam: unknown key 'optimzer', did you mean 'optimizer'?",
                        "my.yaml:5:3: unknown key 'loss.shar', did you mean 'loss.share'?",
                        "my.yaml:6:23: 'generator.hidden' takes a whole number, not 'x'",
                        "my.yaml:8:1: unknown prior 'gausian', did you mean 'gaussian'?",
                        "optimizer.rat=2: unknown key 'optimizer.rat', did you mean 'optimizer.rate'?",
                        "my.yaml:12:1: unknown key 'metrics.jsd': metrics is [modes,parzen], without 'jsd'",
                        "my.yaml:10:1: 'seed' takes a whole number, not 'one'",
                        "epochs=0.5.1: 'epochs' takes a number, not '0.5.1'",
                        "minutes=-1: 'minutes' must be at least 0, not -1",
                        "my.yaml:7:1: 'batch' must be between 1 and 1000000, not -4");
    }

    @Test
    void a_mistake_that_all_cells_share_is_one_line() {
        assertThat(mistakes("small", "prior=x", "seed=range(1,9)")).hasSize(1);
    }

    @Test
    void an_unknown_recipe_and_a_missing_file() {
        assertThat(mistakes("smal"))
                .containsExactly(
                        "smal: unknown recipe 'smal', did you mean 'small'?; a file is named with its ending, such as"
                                + " my.yaml");
        assertThat(mistakes("nowhere.yaml", "seed=range(2,1)"))
                .containsExactly(
                        "nowhere.yaml: there is no file 'nowhere.yaml'",
                        "seed=range(2,1): 'seed': range(2,1) is empty: it begins with 2 and ends before 1");
        assertThat(mistakes(file("recipe: smalll\nsteps: 3\n")))
                .containsExactly("my.yaml:1:1: unknown recipe 'smalll', did you mean 'small'?;"
                        + " a file is named with its ending, such as my.yaml");
        assertThat(mistakes("circle")).singleElement().asString().contains("circle on circle");
        assertThat(mistakes(folder.toString())).singleElement().asString().contains("is a folder");
    }

    @Test
    void yaml_that_is_none() {
        assertThat(mistakes(file("loss: a: b\n")))
                .containsExactly("my.yaml:1:8: this is not YAML: mapping values are not allowed here");
        assertThat(mistakes(file("- a\n")))
                .containsExactly("my.yaml:1:1: expected keys with values, such as 'loss: minimax'");
        assertThat(mistakes(file(
                        "recipe: small\nseed: 1\nbatch:\nseed: 2\nloss: {name: blend, share: 1}\nloss.share: 2\n")))
                .containsExactly(
                        "my.yaml:3:1: 'batch' has no value",
                        "my.yaml:4:1: the key 'seed' is repeated here",
                        "my.yaml:6:1: 'loss.share' is set twice");
    }

    @Test
    void settings_that_are_none() {
        assertThat(mistakes("small", "steps", "=4"))
                .containsExactly(
                        "steps: is not a setting; settings are written key=value",
                        "=4: is not a setting; settings are written key=value");
    }

    @Test
    void something_must_end_the_run() {
        assertThat(mistakes("small", "steps=0"))
                .containsExactly("recipe small: nothing ends the run: set steps, epochs or minutes to more than 0");
        assertThat(mistakes("small", "steps=0", "epochs=2"))
                .containsExactly("epochs=2: dataset 'dots' is endless, so it has no epochs; set steps or minutes");
        assertThat(mistakes("small", "steps=0", "epochs=2", "dataset=bytes")).isEmpty();
        assertThat(mistakes("small", "steps=0", "epochs=2", "dataset=bytes", "schedule=interrupted"))
                .containsExactly(
                        "epochs=2: the discriminator of schedule 'interrupted' rests in some steps, so epochs do"
                                + " not determine the number of steps; set steps or minutes");
    }

    @Test
    void a_key_without_a_default_is_asked_for() {
        assertThat(mistakes(file("steps: 1\n")))
                .containsExactly(
                        "my.yaml: the key 'dataset' is missing: the data that is imitated; known: bytes, dots");
    }

    /** The time of each cell counts: all 1,000 of a grid would take seconds to say what is printed after 100. */
    @Test
    void a_grid_of_mistakes_is_left_after_a_hundred() {
        String unknown = IntStream.rangeClosed(1, 300).mapToObj(i -> "u" + i).collect(Collectors.joining(","));

        List<String> mistakes = mistakes("small", "loss=" + unknown);

        assertThat(mistakes).hasSize(101);
        assertThat(mistakes.get(0)).contains("unknown loss 'u1', ");
        assertThat(mistakes.get(99)).contains("unknown loss 'u100', ");
        assertThat(mistakes.get(100))
                .isEqualTo("recipe small: these are the first 100 mistakes; no more were looked for");
    }

    @Test
    void a_device_that_is_none() {
        assertThat(mistakes("small", "device=gpu"))
                .containsExactly("device=gpu: 'device' takes auto, cpu or gpu:N, not 'gpu'");
        assertThat(mistakes("small", "device=gpu:0")).isEmpty();
    }

    @Test
    void widths_that_do_not_fit_are_found_before_anything_runs() {
        // The last dense layer makes 2 values as the data have; a dense layer of 3 in place of the activation
        // breaks that.
        assertThat(mistakes("small", "generator.output=dense", "generator.output.units=3"))
                .singleElement()
                .asString()
                .contains("generator turns [batch×100] into [batch×3], expected [batch×2] as the data");
        // 8 hidden values cannot be reshaped to 5.
        assertThat(mistakes(
                        "small",
                        "discriminator.hidden=[8]",
                        "discriminator.activation=reshape",
                        "discriminator.activation.shape=[5]"))
                .singleElement()
                .asString()
                .contains("discriminator");
    }
}
