package org.gan4j.experiments.library.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Recipe;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.experiment.YamlRecipe;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Player;
import org.gan4j.experiments.ExperimentsModule;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.plain.shape.ShapeAlgebra;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the published settings: their weights are counted by hand, and narrower nets of the same layers train on files of the same format. */
class PresetsTest {
    @TempDir
    Path folder;

    private final LocalRunner runner = Extensions.onClassPath().instance(LocalRunner.class);

    private static long weights(NetSpec net, Player player, Shape input, Experiment experiment) {
        ShapeAlgebra shapes = ShapeAlgebra.of(experiment.parts().dataset().value());
        net.apply(shapes, player.scope(), Expr.of(shapes, input.batched()));
        return shapes.parameterCount();
    }

    private static long generator(Experiment experiment) {
        Shape latent = experiment.parts().prior().value().shape();
        Shape data = experiment.parts().dataset().value().shape();
        return weights(experiment.parts().generator().value().net(latent, data), Player.GENERATOR, latent, experiment);
    }

    private static long discriminator(Experiment experiment) {
        Shape data = experiment.parts().dataset().value().shape();
        return weights(experiment.parts().discriminator().value().net(data), Player.DISCRIMINATOR, data, experiment);
    }

    @Test
    void cifar_10_fully_connected_has_the_published_widths() {
        Experiment experiment = runner.resolve("cifar-10-fully-connected").get(0);
        // 100·8000 + 8000, 8000·8000 + 8000, 8000·3072 + 3072.
        assertThat(generator(experiment)).isEqualTo(808_000 + 64_008_000 + 24_579_072);
        // 3072·1600·5 + 1600·5, 1600·1600·5 + 1600·5, 1600 + 1.
        assertThat(discriminator(experiment)).isEqualTo(24_584_000 + 12_808_000 + 1_601);
    }

    @Test
    void cifar_10_convolutional_has_the_published_kernels() {
        Experiment experiment = runner.resolve("cifar-10-convolutional").get(0);
        // As above; 5·5·3·80 of the transposed convolution, and a bias for each of 32·32·3 values.
        assertThat(generator(experiment)).isEqualTo(808_000 + 64_008_000 + 6_000 + 3_072);
        // 8·8·3·32·2 + 64, 8·8·32·32·2 + 64, 5·5·32·192·2 + 384, then 5·5·192 = 4800 values: 4800·2500 + 2500, 500 + 1.
        assertThat(discriminator(experiment)).isEqualTo(12_352 + 131_136 + 307_584 + 12_002_500 + 501);
    }

    @Test
    void the_faces_have_the_published_widths_in_both_stages() {
        Experiment first = runner.resolve("tfd-pretrain").get(0);
        // 100·8000 + 8000, 8000·8000 + 8000, 8000·2304 + 2304.
        long old = 808_000 + 64_008_000 + 18_434_304;
        assertThat(generator(first)).isEqualTo(old);
        // 2304·1200·5 + 1200·5, 1200·1200·5 + 1200·5, 1200 + 1.
        long judge = 13_830_000 + 7_206_000 + 1_201;
        assertThat(discriminator(first)).isEqualTo(judge);

        Experiment second = runner.resolve("tfd").get(0);
        // 100·8000 + 8000 and 8000·100 + 100 new ones before all of the old ones.
        assertThat(generator(second)).isEqualTo(808_000 + 800_100 + old);
        assertThat(discriminator(second)).isEqualTo(judge);
    }

    private static Recipe recipe(String name) {
        return new YamlRecipe(ExperimentsModule.class, name);
    }

    /** The recipe with narrower layers, on files of the set's format. */
    private Outcome train(Recipe recipe, String data, List<String> more, String... narrower) throws IOException {
        String yaml = recipe.yaml();
        for (String change : narrower) {
            String[] widths = change.split(" to ");
            assertThat(yaml).contains(widths[0]);
            yaml = yaml.replace(widths[0], widths[1]);
        }
        Path file = Files.writeString(folder.resolve("narrow.yaml"), yaml);
        List<String> settings = new ArrayList<>(List.of(
                "dataset.files=" + data, "runs=" + folder.resolve("runs"), "epochs=0", "steps=3", "metrics=[]"));
        settings.addAll(more);
        return runner.run(
                runner.resolve(file.toString(), settings.toArray(String[]::new)).get(0));
    }

    /** Files of CIFAR-10's names and format with six images each. */
    private String cifar() throws IOException {
        Random random = new Random(1);
        for (String name :
                List.of("data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5", "test_batch")) {
            byte[] images = new byte[6 * 3073];
            random.nextBytes(images);
            for (int image = 0; image < 6; image++) {
                images[image * 3073] = (byte) image;
            }
            Files.write(folder.resolve(name + ".bin"), images);
        }
        return folder.toString();
    }

    @Test
    void dcgan_has_the_widths_of_its_layers_and_a_scale_and_a_shift_for_each_normalised_channel() {
        Experiment experiment = runner.resolve("mnist-dcgan").get(0);
        // 100·6272 + 6272 for 7·7·128 values, 4·4·128·64 + 64, 4·4·64·1 + 1; 128 and 64 channels are normalised.
        assertThat(generator(experiment)).isEqualTo(633_472 + 131_136 + 1_025 + 2 * (128 + 64));
        // 4·4·1·64 + 64, 4·4·64·128 + 128, 7·7·128 + 1; 128 channels are normalised.
        assertThat(discriminator(experiment)).isEqualTo(1_088 + 131_200 + 6_273 + 2 * 128);
    }

    @Test
    void the_nets_of_the_cs231n_notebook_have_the_counts_that_it_tests() {
        // The notebook counts with 4 latent values: 4·1024 + 1024 + 1024·1024 + 1024 + 1024·784 + 784.
        Experiment dense = runner.resolve("cs231n", "prior.size=4").get(0);
        assertThat(generator(dense)).isEqualTo(1_858_320);
        // 784·256 + 256 + 256·256 + 256 + 256 + 1.
        assertThat(discriminator(dense)).isEqualTo(267_009);

        Experiment convolutional =
                runner.resolve("cs231n-dcgan", "prior.size=4").get(0);
        // The notebook's count holds the two moving averages of each of 1024 + 6272 + 64 normalised values, which no
        // gradient
        // moves.
        assertThat(generator(convolutional)).isEqualTo(6_595_521 - 2 * (1024 + 6272 + 64));
        // 5·5·32 + 32 + 5·5·32·64 + 64 + 4·4·64·1024 + 1024 + 1024 + 1.
        assertThat(discriminator(convolutional)).isEqualTo(1_102_721);
    }

    @Test
    void the_nets_of_the_collection() {
        Experiment experiment = runner.resolve("collection").get(0);
        // 62·1024 + 1024, 1024·6272 + 6272, 4·4·128·64 + 64, 4·4·64·1 + 1; 1024, 6272 and 64 values are normalised.
        assertThat(generator(experiment)).isEqualTo(64_512 + 6_428_800 + 131_136 + 1_025 + 2 * (1024 + 6272 + 64));
        // 4·4·1·64 + 64, 4·4·64·128 + 128, 6272·1024 + 1024, 1024 + 1; 128 and 1024 values are normalised.
        assertThat(discriminator(experiment)).isEqualTo(1_088 + 131_200 + 6_423_552 + 1_025 + 2 * (128 + 1024));
    }

    @Test
    void the_nets_of_the_collection_are_both_given_the_class() {
        Experiment experiment = runner.resolve("collection-conditional").get(0);
        Experiment without = runner.resolve("collection").get(0);
        // Ten more values of the latent draw reach 1024 units, and ten more channels 64 kernels of 4·4.
        assertThat(generator(experiment)).isEqualTo(generator(without) + 10 * 1024);
        assertThat(discriminator(experiment)).isEqualTo(discriminator(without) + 4 * 4 * 10 * 64);
    }

    /** Some other variants of the collection: another loss, a penalty as well, another discriminator as well. */
    @Test
    @Tag("tensorflow")
    void the_variants_of_the_collection_train() {
        List<String> data = List.of("dataset=fashion-mini", "epochs=0", "batch=8");
        List<List<String>> variants = List.of(
                List.of("loss=least-squares"),
                List.of("loss=wasserstein", "terms=[gradient-penalty]"),
                List.of("loss=energy", "discriminator={name: auto-encoder}"),
                List.of("prior={name: coded, of: {name: uniform, size: 62, range: 1}}", "terms=auxiliary-classifier"),
                List.of(
                        "prior={name: coded, of: {name: uniform, size: 62, range: 1}, continuous: 2}",
                        "terms=mutual-information"));
        for (List<String> variant : variants) {
            List<String> settings = new ArrayList<>(variant);
            settings.addAll(data);
            Outcome outcome = run("collection", settings.toArray(String[]::new));
            assertThat(outcome.status()).as(variant.toString()).isEqualTo(Status.FINISHED);
        }
    }

    @Test
    void one_hidden_layer_has_two_dense_layers_a_net() {
        Experiment experiment = runner.resolve("one-hidden-layer").get(0);
        assertThat(generator(experiment)).isEqualTo(100 * 128 + 128 + 128 * 784 + 784);
        assertThat(discriminator(experiment)).isEqualTo(784 * 128 + 128 + 128 + 1);
    }

    @Test
    @Tag("tensorflow")
    void the_nets_of_the_cs231n_notebook_train() {
        for (String recipe : List.of("cs231n", "cs231n-dcgan", "one-hidden-layer")) {
            Outcome outcome = run(recipe, "dataset=fashion-mini", "epochs=0", "batch=8");
            assertThat(outcome.status()).as(recipe).isEqualTo(Status.FINISHED);
        }
    }

    @Test
    @Tag("tensorflow")
    void dcgan_trains() {
        Outcome outcome = run(
                "mnist-dcgan",
                "dataset=fashion-mini",
                "generator.width=2",
                "discriminator.width=2",
                "epochs=0",
                "batch=8");
        assertThat(outcome.status()).isEqualTo(Status.FINISHED);
    }

    @Test
    @Tag("tensorflow")
    void the_objective_of_r3gan_trains() {
        Outcome outcome = run("r3gan-ring", "batch=16");
        assertThat(outcome.status()).isEqualTo(Status.FINISHED);
        assertThat(outcome.experiment().settings())
                .containsEntry("loss", "relativistic")
                .containsEntry("terms", "[r1,r2]");
    }

    private Outcome run(String recipe, String... more) {
        List<String> settings =
                new ArrayList<>(List.of("runs=" + folder.resolve("runs"), "steps=3", "metrics=[]", "probes=[]"));
        settings.addAll(List.of(more));
        return runner.run(
                runner.resolve(recipe, settings.toArray(String[]::new)).get(0));
    }

    @Test
    @Tag("tensorflow")
    void cifar_10_fully_connected_trains() throws IOException {
        Outcome outcome = train(
                recipe("cifar-10-fully-connected"), cifar(), List.of("batch=6"), "8000 to 30", "1600, 1600 to 20, 20");
        assertThat(outcome.status()).isEqualTo(Status.FINISHED);
        assertThat(outcome.steps()).isEqualTo(3);
    }

    @Test
    @Tag("tensorflow")
    void cifar_10_convolutional_trains() throws IOException {
        Outcome outcome = train(
                recipe("cifar-10-convolutional"),
                cifar(),
                List.of("batch=6"),
                "units: 8000, weights: {name: uniform, range: 0.05}}\n"
                        + "    - sigmoid to units: 400, weights: {name: uniform, range: 0.05}}\n"
                        + "    - sigmoid",
                "8000 to 30",
                "[10, 10, 80] to [10, 10, 4]",
                "channels: 32 to channels: 4",
                "channels: 192 to channels: 6",
                "[4800] to [150]",
                "units: 500 to units: 8");
        assertThat(outcome.status()).isEqualTo(Status.FINISHED);
        assertThat(outcome.metrics()).containsKeys("loss/d", "loss/g");
    }

    @Test
    @Tag("tensorflow")
    void faces_are_trained_in_two_stages_the_second_from_the_first_one_s_weights() throws IOException {
        String faces = "src/test/resources/org/gan4j/experiments/library/data/files";
        List<String> two = List.of("batch=2");
        String[] narrower = {"8000 to 120", "1200, 1200 to 8, 8"};
        Outcome first = train(recipe("tfd-pretrain"), faces, two, narrower);
        assertThat(first.status()).isEqualTo(Status.FINISHED);

        Path file =
                Files.writeString(folder.resolve("stage-one.yaml"), Files.readString(folder.resolve("narrow.yaml")));
        String[] narrowed = {"8000 to 120", "recipe: tfd-pretrain to recipe: " + file};
        Outcome second =
                train(recipe("tfd"), faces, List.of("batch=2", "generator.pretrained=" + first.folder()), narrowed);
        assertThat(second.status()).isEqualTo(Status.FINISHED);
        assertThat(second.weights()).isNotEqualTo(first.weights());
    }

    @Test
    @Tag("tensorflow")
    void a_second_stage_without_the_first_says_what_is_missing() {
        assertThatThrownBy(() -> runner.run(runner.resolve(
                                "tfd",
                                "dataset.files=src/test/resources/org/gan4j/experiments/library/data/files",
                                "batch=2",
                                "generator.layers=[{name: dense, units: 3}]",
                                "generator.onto.layers=[{name: dense, units: 2304}]",
                                "discriminator.hidden=[4]",
                                "generator.pretrained=" + folder.resolve("none"))
                        .get(0)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("generator.pretrained: there is no run ");
    }
}
