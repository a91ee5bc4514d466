package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gan4j.api.Dataset;
import org.gan4j.api.Discriminator;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.net.Layer;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Term;
import org.gan4j.gradient.PlainStep;
import org.gan4j.gradient.Tape;
import org.gan4j.losses.term.DivergencePenalty;
import org.gan4j.losses.term.Dragan;
import org.gan4j.losses.term.FeatureMatching;
import org.gan4j.losses.term.GradientPenalty;
import org.gan4j.losses.term.R1;
import org.gan4j.losses.term.R2;
import org.gan4j.plain.Array;
import org.gan4j.plain.Dual;
import org.gan4j.plain.DualAlgebra;
import org.gan4j.plain.PlainNoise;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.Maxout;
import org.gan4j.standard.layer.Reshape;
import org.gan4j.standard.layer.activation.LeakyRelu;
import org.gan4j.standard.layer.activation.Relu;
import org.gan4j.standard.layer.activation.Sigmoid;
import org.gan4j.standard.layer.activation.Tanh;
import org.gan4j.standard.layer.convolution.Convolution;
import org.gan4j.standard.layer.convolution.Deconvolution;
import org.gan4j.standard.layer.convolution.MaxoutConvolution;
import org.gan4j.standard.net.LayersDiscriminator;
import org.gan4j.standard.optimizer.Sgd;
import org.gan4j.standard.schedule.Simultaneous;
import org.gan4j.tensorflow.graph.GraphDraws;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests penalties on D's slope: the gradients that training follows are those of a computation in double precision on the host. */
@Tag("tensorflow")
class PenaltyGradientsTest {
    /** Two updates by plain gradients, so that a change of a weight is the rate times its gradient. */
    private static final double RATE = 0.25;

    private static final Normal WEIGHTS = new Normal(0.7);
    private static final Constant BIAS = new Constant(0.1);

    /** Softplus has no layer of its own. */
    record Softplus() implements Layer {
        @Override
        public String kind() {
            return "softplus";
        }

        @Override
        public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
            return x.softplus();
        }
    }

    /** Images of 4×3 values. */
    record Images() implements Dataset.Sampler {
        @Override
        public Shape shape() {
            return Shape.of(4, 3, 1);
        }

        @Override
        public <T> Expr<T> draw(Noise<T> noise) {
            return noise.normal(shape());
        }
    }

    private static Dense dense(int units) {
        return new Dense(units, WEIGHTS, BIAS);
    }

    private static Discriminator mlp(Layer activation) {
        return new LayersDiscriminator(List.of(dense(5), activation, dense(4), activation, dense(1)));
    }

    /** Every layer of images, with windows that overlap, and a last convolution that does not reach the last column. */
    private static Discriminator images() {
        return new LayersDiscriminator(List.of(
                new Convolution(2, 3, 1, 1, WEIGHTS, BIAS),
                new Tanh(),
                new MaxoutConvolution(2, 2, 2, 0, 2, 1, WEIGHTS),
                new Deconvolution(2, 2, 2, 0, false, WEIGHTS, BIAS),
                new Relu(),
                new Convolution(1, 3, 2, 1, WEIGHTS, BIAS),
                new Reshape(List.of(2)),
                dense(1)));
    }

    static Stream<Discriminator> discriminators() {
        return Stream.of(
                mlp(new Relu()),
                mlp(new LeakyRelu(0.2)),
                mlp(new Tanh()),
                mlp(new Sigmoid()),
                mlp(new Softplus()),
                new LayersDiscriminator(List.of(new Maxout(4, 3, WEIGHTS), dense(1))),
                images());
    }

    @ParameterizedTest
    @MethodSource("discriminators")
    void of_two_updates_are_those_of_the_exact_computation(Discriminator discriminator) {
        for (Term term : List.of(
                GradientPenalty.weighted(10),
                new R1(10, 1),
                new Dragan(10, 1, 0.5, 1),
                new R2(10, 1),
                new DivergencePenalty(0.02, 3, 1),
                new FeatureMatching(1, 1))) {
            assertGradients(discriminator, term);
        }
    }

    private static void assertGradients(Discriminator discriminator, Term term) {
        Dataset data = discriminator.equals(images()) ? new Images() : new Ring();
        Experiment experiment = Experiments.ring()
                .dataset(data)
                .discriminator(discriminator)
                .optimizer(new Sgd(RATE, 1, 0))
                .schedule(new Simultaneous())
                .addTerm(term)
                .build();
        try (TensorFlowRun run = (TensorFlowRun) new TensorFlowBackend().open(experiment)) {
            List<PlainStep.Batch> batch = new ArrayList<>();
            run.watch((update, real, latent) -> batch.add(new PlainStep.Batch(Exact.array(real), Exact.array(latent))));
            for (int update = 0; update < 2; update++) {
                SortedMap<String, FloatTensor> before = run.weights();
                run.advance(1);
                new ExactStep(experiment, term, arrays(before), batch.get(update), update)
                        .assertMoved(arrays(run.weights()));
            }
        }
    }

    private static SortedMap<String, Array> arrays(SortedMap<String, FloatTensor> weights) {
        SortedMap<String, Array> arrays = new TreeMap<>();
        weights.forEach((name, values) -> arrays.put(name, Exact.array(values)));
        return arrays;
    }

    /** One update in double precision. */
    private record ExactStep(
            Experiment experiment, Term term, SortedMap<String, Array> weights, PlainStep.Batch batch, int update) {
        void assertMoved(Map<String, Array> after) {
            weights.forEach((name, weight) -> {
                if (name.startsWith(term.player().scope() + ".")) {
                    Array direction = new Array(
                            weight.shape(),
                            PlainNoise.of(new RealAlgebra(), 1, 3, name)
                                    .normal(weight.shape())
                                    .raw()
                                    .values());
                    double moved = 0;
                    double scale = 1;
                    for (int i = 0; i < weight.values().length; i++) {
                        double gradient = (weight.values()[i] - after.get(name).values()[i]) / RATE;
                        moved += gradient * direction.values()[i];
                        scale += Math.abs(gradient * direction.values()[i]);
                    }
                    double slope = slope(Map.of(name, direction));
                    assertThat(moved)
                            .as(
                                    "%s, update %s, along %s of %s",
                                    term,
                                    update,
                                    name,
                                    experiment.parts().discriminator().value())
                            .isCloseTo(slope, within(2e-5 * scale));
                }
            });
        }

        private double slope(Map<String, Array> directions) {
            Shape data = experiment.parts().dataset().value().shape();
            PlainStep.Game game = new PlainStep.Game(
                    experiment.parts().loss().value(),
                    experiment
                            .parts()
                            .generator()
                            .value()
                            .net(experiment.parts().prior().value().shape(), data),
                    experiment.parts().discriminator().value().net(data));
            Tape<Dual<Array>> tape = Tape.of(new DualAlgebra<>(new RealAlgebra(weights, true, 0), directions));
            PlainStep<Dual<Array>> step = new PlainStep<>(
                    tape, game, batch, new GraphDraws(1, "terms." + Player.DISCRIMINATOR, update, experiment.batch()));
            return step.objective(term.player())
                    .plus(term.value(step).times(term.weight()))
                    .raw()
                    .slope()
                    .single();
        }
    }

    @Test
    void a_term_that_counts_rarely_counts_alike_when_it_does() {
        Experiment experiment = Experiments.ring()
                .discriminator(mlp(new Tanh()))
                .addTerm(new R1(10, 2))
                .build();
        try (TensorFlowRun run = (TensorFlowRun) new TensorFlowBackend().open(experiment)) {
            assertThat(run.advance(5).values()).allMatch(Double::isFinite);
        }
    }
}
