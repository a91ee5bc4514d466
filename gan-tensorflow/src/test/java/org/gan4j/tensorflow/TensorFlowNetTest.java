package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.example.Sines;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.gan4j.api.Discriminator;
import org.gan4j.api.Generator;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.api.train.Term;
import org.gan4j.plain.Array;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.plain.shape.ShapeAlgebra;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.net.LayersDiscriminator;
import org.gan4j.standard.optimizer.Sgd;
import org.gan4j.tensorflow.net.NetGraph;
import org.gan4j.tensorflow.net.TensorFlowDiscriminator;
import org.gan4j.tensorflow.net.TensorFlowGenerator;
import org.gan4j.tensorflow.net.TensorFlowNet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Tests players that are written against TensorFlow's own operations. */
class TensorFlowNetTest {
    private static final Initializer ZERO = new Constant(0);

    /** The ring's points have two values, its latent draws four. */
    private static ExperimentBuilder sines() {
        return Experiments.ring()
                .generator(new TensorFlowGenerator(new Sines(8, 3)))
                .discriminator(new TensorFlowDiscriminator(new Sines(6, 2)));
    }

    @Test
    @Tag("tensorflow")
    void every_weight_of_both_players_is_trained_and_has_its_shape() {
        try (TensorFlowRun run = Experiments.open(sines())) {
            SortedMap<String, FloatTensor> before = run.weights();
            assertThat(run.advance(5).values()).allMatch(Double::isFinite);
            SortedMap<String, FloatTensor> after = run.weights();

            assertThat(after.get("generator.built1.in.weights").shape()).isEqualTo(Shape.of(4, 8));
            assertThat(after.get("generator.built1.out.weights").shape()).isEqualTo(Shape.of(8, 2));
            assertThat(after.get("discriminator.built1.in.weights").shape()).isEqualTo(Shape.of(2, 6));
            assertThat(after.get("discriminator.built1.out.weights").shape()).isEqualTo(Shape.of(6, 1));
            // Two matrices and two biases each.
            assertThat(after)
                    .hasSize(8)
                    .allSatisfy((name, value) -> assertThat(value).as(name).isNotEqualTo(before.get(name)));
            assertThat(run.generate(run.latent(3, "test")).shape()).isEqualTo(Shape.of(3, 2));
        }
    }

    @Test
    @Tag("tensorflow")
    void the_logit_is_that_of_the_formula() {
        try (TensorFlowRun run = Experiments.open(sines())) {
            run.advance(1);
            Map<String, FloatTensor> weights = run.weights();
            float[] v = weights.get("discriminator.built1.in.weights").values();
            float[] c = weights.get("discriminator.built1.in.bias").values();
            float[] w = weights.get("discriminator.built1.out.weights").values();
            double logit = weights.get("discriminator.built1.out.bias").values()[0];
            for (int i = 0; i < 6; i++) {
                logit += Math.sin(2 * (0.5 * v[i] - 1.5 * v[6 + i] + c[i])) * w[i];
            }
            assertThat((double) run.score(new FloatTensor(Shape.of(1, 2), new float[] {0.5f, -1.5f}))[0])
                    .isCloseTo(logit, within(1e-5));
        }
    }

    /** Gives as many values as there are inputs, whatever was asked for. */
    record Scaled() implements TensorFlowNet {
        @Override
        public Operand<TFloat32> build(NetGraph net, Operand<TFloat32> x, Shape output) {
            return net.tf().math.mul(x, net.weights("factor", Shape.of(), ZERO));
        }
    }

    @Test
    @Tag("tensorflow")
    void a_result_of_another_shape_is_refused_with_its_place() {
        ExperimentBuilder wide = Experiments.ring().generator(new TensorFlowGenerator(new Scaled()));

        assertThatThrownBy(() -> Experiments.open(wide))
                .hasMessage("generator.built1: Scaled[] gave the shape [batch×4], expected [batch×2]");
    }

    /** Lets no gradient through to its weights. */
    record Cut() implements TensorFlowNet {
        @Override
        public Operand<TFloat32> build(NetGraph net, Operand<TFloat32> x, Shape output) {
            Operand<TFloat32> w = net.weights("w", Shape.of(net.shape(x).dim(1), output.size()), ZERO);
            return net.tf().stopGradient(net.tf().linalg.matMul(x, w));
        }
    }

    @Test
    @Tag("tensorflow")
    void weights_that_no_gradient_reaches_are_named() {
        ExperimentBuilder cut = Experiments.ring().generator(new TensorFlowGenerator(new Cut()));

        assertThatThrownBy(() -> Experiments.open(cut))
                .hasMessageContaining("the generator's objective has no gradient with respect to generator.built1.w");
    }

    @Test
    @Tag("tensorflow")
    void draws_come_from_the_runs_own_streams() {
        assertThat(noisy(1)).isEqualTo(noisy(1)).isNotEqualTo(noisy(2));
    }

    private static SortedMap<String, FloatTensor> noisy(long seed) {
        TensorFlowNet noise = new Noisy();
        try (TensorFlowRun run = Experiments.open(Experiments.ring()
                .discriminator(new TensorFlowDiscriminator(noise))
                .seed(seed))) {
            run.advance(3);
            return run.weights();
        }
    }

    /** Noise is added to the input while training. */
    record Noisy() implements TensorFlowNet {
        @Override
        public Operand<TFloat32> build(NetGraph net, Operand<TFloat32> x, Shape output) {
            Operand<TFloat32> in = net.training() ? net.tf().math.add(x, net.uniform(x)) : x;
            return net.tf().linalg.matMul(in, net.weights("w", Shape.of(2, 1), ZERO));
        }
    }

    /** x·w, with all of w one half. */
    record Linear() implements TensorFlowNet {
        @Override
        public Operand<TFloat32> build(NetGraph net, Operand<TFloat32> x, Shape output) {
            return net.tf().linalg.matMul(x, net.weights("w", Shape.of(2, 1), new Constant(0.5)));
        }
    }

    /** The squared slope of L_D by the real examples, or of that slope's square; softplus in L_D has no second derivative. */
    record Steepness(boolean twice) implements Term {
        @Override
        public List<Player> players() {
            return List.of(Player.DISCRIMINATOR);
        }

        @Override
        public double weight() {
            return 100;
        }

        @Override
        public <T> Expr<T> value(Step<T> step) {
            Expr<T> real = step.get(Signal.REAL);
            Expr<T> once =
                    step.gradient(step.objective(step.player()), real).square().sum();
            return twice ? step.gradient(once, real).square().sum() : once;
        }
    }

    @Test
    @Tag("tensorflow")
    void a_term_goes_back_through_such_a_net_as_through_the_same_layer() {
        Discriminator layer = new LayersDiscriminator(List.of(new Dense(1, new Constant(0.5), new Constant(0))));
        Term term = new Steepness(false);
        float[] plain = moved(layer, "discriminator.dense1.weights");
        float[] expected = moved(layer, "discriminator.dense1.weights", term);
        float[] foreign = moved(new TensorFlowDiscriminator(new Linear()), "discriminator.built1.w", term);
        for (int i = 0; i < 2; i++) {
            assertThat(foreign[i]).isCloseTo(expected[i], within(1e-6f));
        }
        assertThat(Math.abs(expected[0] - plain[0])).isGreaterThan(1e-4f);
    }

    @Test
    @Tag("tensorflow")
    void a_term_goes_back_through_such_a_net_once() {
        Discriminator net = new TensorFlowDiscriminator(new Linear());
        assertThatThrownBy(() -> moved(net, "discriminator.built1.w", new Steepness(true)))
                .hasMessageContaining("a gradient of a gradient through a net in TensorFlow's operations");
    }

    /** The weights after one update from the same values. */
    private static float[] moved(Discriminator discriminator, String weights, Term... terms) {
        ExperimentBuilder experiment =
                Experiments.ring().discriminator(discriminator).optimizer(new Sgd(0.1, 1, 0));
        for (Term term : terms) {
            experiment = experiment.addTerm(term);
        }
        try (TensorFlowRun run = Experiments.open(experiment)) {
            run.advance(1);
            return run.weights().get(weights).values();
        }
    }

    @Test
    void shapes_are_known_before_anything_native_loads() {
        Generator generator = new TensorFlowGenerator(new Sines(8, 3));
        NetSpec net = generator.net(Shape.of(4), Shape.of(2));
        ShapeAlgebra shapes = new ShapeAlgebra();

        assertThat(net.apply(shapes, new Scope("g"), Expr.of(shapes, Shape.of(4).batched()))
                        .raw())
                .isEqualTo(Shape.of(2).batched());
    }

    @Test
    void other_interpreters_say_that_they_cannot() {
        NetSpec net = new TensorFlowGenerator(new Sines(8, 3)).net(Shape.of(4), Shape.of(2));
        RealAlgebra real = new RealAlgebra();
        Expr<Array> x = Expr.of(real, new Array(Shape.of(1, 4), new double[4]));

        assertThatThrownBy(() -> net.apply(real, new Scope("g"), x))
                .hasMessage(
                        "g.built1: Sines[width=8, frequency=3.0] is written for TensorFlow alone; RealAlgebra cannot"
                                + " compute it");
    }
}
