package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.net.Layer;
import org.gan4j.losses.Minimax;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Glorot;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.net.LayersDiscriminator;
import org.gan4j.standard.net.LayersGenerator;
import org.gan4j.standard.schedule.Algorithm1;
import org.gan4j.standard.schedule.Simultaneous;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tensors that layers keep between updates. */
@Tag("tensorflow")
class StatesTest {
    @TempDir
    Path folder;

    /** Adds the number of its uses so far, divided by ten, to its input. */
    record Counter(boolean separatesExamples) implements Layer {
        @Override
        public String kind() {
            return "counter";
        }

        @Override
        public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
            Expr<T> uses = x.with(net.state(at.child("uses"), Shape.of(), new Constant(0)));
            net.keep(at.child("uses"), uses.plus(1).raw());
            return x.plus(uses.times(0.1));
        }
    }

    private static ExperimentBuilder counting(boolean separates) {
        return Experiments.ring()
                .generator(new LayersGenerator(List.of(new Counter(true), dense(2))))
                .discriminator(new LayersDiscriminator(List.of(dense(3), new Counter(separates), dense(1))));
    }

    private static Dense dense(int width) {
        return new Dense(width, new Glorot(), new Constant(0));
    }

    private static List<Float> uses(TensorFlowRun run) {
        return Stream.of("discriminator", "generator")
                .map(player -> run.weights().get(player + ".counter1.uses").values()[0])
                .toList();
    }

    @Test
    void an_update_changes_the_states_of_the_player_that_it_moves() {
        try (TensorFlowRun run = Experiments.open(counting(true).schedule(new Algorithm1(3)))) {
            assertThat(uses(run)).containsExactly(0f, 0f);
            run.advance(2);
            // Two steps have six updates of D, each with one pass, and two of G.
            assertThat(uses(run)).containsExactly(6f, 2f);
        }
    }

    @Test
    void two_passes_of_one_update_follow_each_other() {
        try (TensorFlowRun run = Experiments.open(counting(false).schedule(new Algorithm1(3)))) {
            run.advance(2);
            assertThat(uses(run)).containsExactly(12f, 2f);
        }
    }

    @Test
    void a_simultaneous_update_changes_both() {
        try (TensorFlowRun run = Experiments.open(counting(true).schedule(new Simultaneous()))) {
            run.advance(2);
            assertThat(uses(run)).containsExactly(2f, 2f);
        }
    }

    @Test
    void looking_changes_nothing() {
        try (TensorFlowRun run = Experiments.open(counting(true).probes(new Minimax(1)))) {
            run.advance(2);
            List<Float> before = uses(run);
            FloatTensor z = run.latent(5, "z");
            FloatTensor first = run.generate(z);
            run.score(run.real(5, "x"));
            run.probe();
            run.export(folder);
            assertThat(uses(run)).isEqualTo(before);
            assertThat(run.generate(z)).isEqualTo(first);
        }
    }

    @Test
    void a_net_is_used_with_its_present_states() {
        try (TensorFlowRun run = Experiments.open(counting(true))) {
            run.advance(2);
            SortedMap<String, FloatTensor> weights = run.weights();
            FloatTensor z = run.latent(1, "z");
            float[] w = weights.get("generator.dense1.weights").values();
            float[] b = weights.get("generator.dense1.bias").values();
            // Two updates of G: x = (z + 0.2)·W + b.
            double expected = b[0];
            for (int i = 0; i < z.values().length; i++) {
                expected += (z.values()[i] + 0.2) * w[2 * i];
            }
            assertThat((double) run.generate(z).values()[0]).isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void states_are_saved_and_restored_with_the_weights() {
        try (TensorFlowRun straight = Experiments.open(counting(false));
                TensorFlowRun resumed = Experiments.open(counting(false))) {
            straight.advance(3);
            straight.save(folder);
            straight.advance(4);
            resumed.restore(folder);
            assertThat(uses(resumed)).containsExactly(6f, 3f);
            resumed.advance(4);
            assertThat(resumed.weights()).isEqualTo(straight.weights());
        }
    }

    @Test
    void states_are_imported_with_the_weights() {
        try (TensorFlowRun old = Experiments.open(counting(false));
                TensorFlowRun run = Experiments.open(counting(true))) {
            old.advance(3);
            old.save(folder);
            run.importWeights(folder, "generator.", "generator.");
            assertThat(uses(run)).containsExactly(0f, 3f);
        }
    }

    @Test
    void a_name_is_a_weight_or_a_state() {
        Layer both = new Layer() {
            @Override
            public String kind() {
                return "both";
            }

            @Override
            public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
                T weight = net.parameter(at.child("w"), Shape.of(), new Constant(1));
                return x.times(x.with(weight)).plus(x.with(net.state(at.child("w"), Shape.of(), new Constant(0))));
            }
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Experiments.open(Experiments.ring().generator(new LayersGenerator(List.of(dense(2), both)))))
                .withMessageContaining("generator.both1.w is asked for as trained weights and as a state");
    }
}
