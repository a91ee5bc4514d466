package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.Dataset;
import org.gan4j.api.Discriminator;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.net.Layer;
import org.gan4j.api.train.Term;
import org.gan4j.losses.term.DivergencePenalty;
import org.gan4j.losses.term.Dragan;
import org.gan4j.losses.term.FeatureMatching;
import org.gan4j.losses.term.GradientPenalty;
import org.gan4j.losses.term.R1;
import org.gan4j.losses.term.R2;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests penalties on D's slope: the gradients that training follows are those of a computation in double precision on the host. */
@Tag("tensorflow")
class PenaltyGradientsTest {
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
        ExactGradients.assertTwoUpdates(Experiments.ring().dataset(data).discriminator(discriminator), term);
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
