package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.gan4j.api.Generator;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Glorot;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.activation.Sigmoid;
import org.gan4j.standard.net.LayersGenerator;
import org.gan4j.standard.net.StackedGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A generator that begins with what another run has trained. */
@Tag("tensorflow")
class CheckpointImportTest {
    private static final Constant ZERO = new Constant(0);
    /** Latent draws have four values, as those of the experiments here. */
    private static final Generator OLD = new LayersGenerator(
            List.of(new Dense(6, new Glorot(), ZERO), new Sigmoid(), new Dense(2, new Glorot(), ZERO)));

    @TempDir
    Path folder;

    private static TensorFlowRun stacked(int code) {
        return Experiments.open(Experiments.ring()
                .generator(new StackedGenerator(
                        List.of(new Dense(code, new Glorot(), ZERO), new Sigmoid()), OLD, Path.of("unused")))
                .seed(2));
    }

    private SortedMap<String, FloatTensor> trained(Path checkpoint) {
        try (TensorFlowRun run = Experiments.open(Experiments.ring().generator(OLD))) {
            run.advance(5);
            run.save(checkpoint);
            return run.weights();
        }
    }

    @Test
    void the_old_weights_are_taken_and_all_are_trained_from_there() {
        Path checkpoint = folder.resolve("old");
        SortedMap<String, FloatTensor> old = trained(checkpoint);
        try (TensorFlowRun run = stacked(4)) {
            SortedMap<String, FloatTensor> before = run.weights();
            run.importWeights(checkpoint, "generator.onto1.", "generator.");

            SortedMap<String, FloatTensor> taken = run.weights();
            for (String name : List.of("dense1.weights", "dense1.bias", "dense2.weights", "dense2.bias")) {
                assertThat(taken.get("generator.onto1." + name)).isEqualTo(old.get("generator." + name));
            }
            assertThat(taken.get("generator.dense1.weights")).isEqualTo(before.get("generator.dense1.weights"));
            assertThat(taken.get("discriminator.dense1.weights"))
                    .isEqualTo(before.get("discriminator.dense1.weights"))
                    .isNotEqualTo(old.get("discriminator.dense1.weights"));

            run.advance(1);
            SortedMap<String, FloatTensor> after = run.weights();
            taken.forEach((name, value) -> assertThat(after.get(name)).as(name).isNotEqualTo(value));
        }
    }

    @Test
    void weights_of_another_shape_are_refused() {
        Path checkpoint = folder.resolve("old");
        trained(checkpoint);
        try (TensorFlowRun run = stacked(3)) {
            assertThatThrownBy(() -> run.importWeights(checkpoint, "generator.onto1.", "generator."))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("does not hold the weights generator.dense1.bias");
            assertThatThrownBy(() -> run.importWeights(folder, "generator.onto1.", "generator."))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("holds no complete checkpoint");
        }
    }
}
