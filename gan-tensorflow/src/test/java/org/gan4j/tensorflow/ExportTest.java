package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.example.Sines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.api.Generator;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.api.run.SavedModelExport;
import org.gan4j.api.train.Player;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Glorot;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.Dropout;
import org.gan4j.standard.layer.activation.Tanh;
import org.gan4j.standard.layer.normalization.BatchNorm;
import org.gan4j.standard.optimizer.average.MovingAverage;
import org.gan4j.standard.optimizer.average.PolyakAveraging;
import org.gan4j.tensorflow.graph.Nodes;
import org.gan4j.tensorflow.net.NetGraph;
import org.gan4j.tensorflow.net.TensorFlowGenerator;
import org.gan4j.tensorflow.net.TensorFlowNet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** A generator that another program loads gives what it gave in the run. */
@Tag("tensorflow")
class ExportTest {
    private static final Initializer GLOROT = new Glorot();

    @TempDir
    Path folder;

    /** Half of the hidden values are dropped while training. */
    private static final Generator DROPPING = (latent, data) -> NetSpec.of(List.of(
            new Dense(32, GLOROT, new Constant(0)),
            new Tanh(),
            new Dropout(0.5),
            new Dense(data.size(), GLOROT, new Constant(0))));

    @Test
    void a_net_of_layers_gives_what_it_gave_in_the_run() {
        assertSame(Experiments.ring());
    }

    @Test
    void a_net_that_drops_values_while_training_drops_none() {
        assertSame(Experiments.ring().generator(DROPPING));
    }

    @Test
    void a_net_in_tensorflows_own_operations_gives_what_it_gave_in_the_run() {
        assertSame(Experiments.ring().generator(new TensorFlowGenerator(new Sines(8, 3))));
    }

    @Test
    void moving_averages_of_batch_normalisation_leave_with_the_weights() {
        assertSame(Experiments.ring()
                .generator((latent, data) -> NetSpec.of(List.of(
                        new Dense(8, GLOROT, new Constant(0)),
                        new BatchNorm(0.5, 1e-5),
                        new Tanh(),
                        new Dense(data.size(), GLOROT, new Constant(0))))));
    }

    @Test
    void averaged_weights_are_what_leaves_the_run() {
        assertSame(Experiments.ring().optimizer(new PolyakAveraging(1, Player.GENERATOR, Experiments.ADAM)));
        assertSame(Experiments.ring().optimizer(new MovingAverage(0.9, 1, false, Player.GENERATOR, Experiments.ADAM)));
    }

    private void assertSame(ExperimentBuilder experiments) {
        try (TensorFlowRun run = Experiments.open(experiments)) {
            run.advance(5);
            SavedModelExport.Exported exported = run.export(folder);
            FloatTensor latent = run.latent(7, "test");

            assertThat(exported.latent().shape()).isEqualTo(Shape.of(4).batched());
            assertThat(exported.example().shape()).isEqualTo(Shape.of(2).batched());
            float[] there = loaded(exported, latent);
            float[] here = run.generate(latent).values();
            assertThat(there).hasSize(14);
            for (int i = 0; i < there.length; i++) {
                assertThat(there[i]).isCloseTo(here[i], within(1e-5f));
            }
        }
    }

    private float[] loaded(SavedModelExport.Exported exported, FloatTensor latent) {
        try (SavedModelBundle bundle = SavedModelBundle.load(folder.toString(), exported.tag());
                TFloat32 z = TFloat32.tensorOf(Nodes.nativeShape(latent.shape()), DataBuffers.of(latent.values()));
                Result result = bundle.function(exported.signature())
                        .call(Map.of(exported.latent().name(), z))) {
            Tensor x = result.get(exported.example().name()).orElseThrow();
            float[] values = new float[Math.toIntExact(x.shape().size())];
            x.asRawTensor().data().asFloats().read(values);
            return values;
        }
    }

    @Test
    void equal_weights_are_equal_files_and_more_training_another() throws IOException {
        byte[] first;
        try (TensorFlowRun run = Experiments.open(Experiments.ring())) {
            run.advance(5);
            run.export(folder.resolve("a"));
            first = Files.readAllBytes(folder.resolve("a/saved_model.pb"));
            run.advance(1);
            run.export(folder.resolve("b"));
        }
        try (TensorFlowRun run = Experiments.open(Experiments.ring())) {
            run.advance(5);
            run.export(folder.resolve("c"));
        }

        assertThat(Files.readAllBytes(folder.resolve("b/saved_model.pb"))).isNotEqualTo(first);
        assertThat(Files.readAllBytes(folder.resolve("c/saved_model.pb"))).isEqualTo(first);
    }

    @Test
    void exporting_leaves_the_training_as_it_was() {
        try (TensorFlowRun run = Experiments.open(Experiments.ring());
                TensorFlowRun other = Experiments.open(Experiments.ring())) {
            run.advance(3);
            run.export(folder);
            run.advance(3);
            other.advance(6);

            assertThat(run.weights()).isEqualTo(other.weights());
        }
    }

    /** Adds a variable of its own, which the run neither trains nor saves. */
    record Private() implements TensorFlowNet {
        @Override
        public Operand<TFloat32> build(NetGraph net, Operand<TFloat32> x, Shape output) {
            Operand<TFloat32> w = net.weights("w", Shape.of(net.shape(x).dim(1), output.size()), GLOROT);
            Operand<TFloat32> shift = net.tf().variable(org.tensorflow.ndarray.Shape.of(output.size()), TFloat32.class);
            return net.tf().math.add(net.tf().linalg.matMul(x, w), shift);
        }
    }

    @Test
    void a_variable_whose_value_would_be_missing_elsewhere_is_named() {
        try (TensorFlowRun run =
                Experiments.open(Experiments.ring().generator(new TensorFlowGenerator(new Private())))) {
            assertThatThrownBy(() -> run.export(folder))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("the generator cannot be exported: it uses the variable ");
        }
    }

    @Test
    void a_place_that_cannot_be_written_is_named() throws IOException {
        Files.writeString(folder.resolve("file"), "in the way");
        try (TensorFlowRun run = Experiments.open(Experiments.ring())) {
            assertThatThrownBy(() -> run.export(folder.resolve("file/model")))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageStartingWith("cannot write the generator to " + folder.resolve("file/model"));
        }
    }
}
