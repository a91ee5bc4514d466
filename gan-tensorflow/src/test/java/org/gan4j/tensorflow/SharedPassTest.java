package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.gan4j.api.Discriminator;
import org.gan4j.api.Loss;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.experiment.Precision;
import org.gan4j.losses.Minimax;
import org.gan4j.losses.NonSaturating;
import org.gan4j.standard.initializer.Glorot;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.initializer.Uniform;
import org.gan4j.standard.layer.activation.Identity;
import org.gan4j.standard.layer.activation.LeakyRelu;
import org.gan4j.standard.layer.activation.Sigmoid;
import org.gan4j.standard.layer.activation.Tanh;
import org.gan4j.standard.net.InstanceNoise;
import org.gan4j.standard.net.MaxoutDiscriminator;
import org.gan4j.standard.net.MlpDiscriminator;
import org.gan4j.standard.net.SpectralDiscriminator;
import org.gan4j.standard.net.energy.AutoEncoder;
import org.gan4j.standard.net.image.DcganDiscriminator;
import org.gan4j.standard.net.image.DcganGenerator;
import org.gan4j.standard.optimizer.Sgd;
import org.gan4j.standard.schedule.Simultaneous;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests updates in which both players learn from one pass of the discriminator. A term of weight 0 changes no objective, and
 * updates with terms take TensorFlow's derivatives of each objective apart.
 */
@Tag("tensorflow")
class SharedPassTest {
    private static ExperimentBuilder game(Discriminator discriminator) {
        return Experiments.ring()
                .schedule(new Simultaneous())
                .optimizer(Sgd.rate(1))
                .discriminator(discriminator);
    }

    private static ExperimentBuilder apart(ExperimentBuilder game) {
        return game.addTerm(new TermsTest.Two(0, 1));
    }

    static Stream<Discriminator> discriminators() {
        MaxoutDiscriminator maxout = new MaxoutDiscriminator(List.of(6, 5), 3, 0.8, 0.5, new Uniform(0.3));
        return Stream.of(
                MlpDiscriminator.of(16, 12),
                MlpDiscriminator.of(16, 12).withActivation(new Tanh()),
                MlpDiscriminator.of(),
                maxout,
                new InstanceNoise(0.1, maxout),
                new SpectralDiscriminator(MlpDiscriminator.of(16, 12)),
                new AutoEncoder(List.of(8), 1, new LeakyRelu(0.2), 2, new Glorot()));
    }

    /** With rate 1, an update changes a weight by its gradient. */
    private static void assertSameUpdate(ExperimentBuilder game, double relative) {
        try (TensorFlowRun shared = Experiments.open(game);
                TensorFlowRun apart = Experiments.open(apart(game))) {
            SortedMap<String, FloatTensor> before = shared.weights();
            shared.advance(1);
            apart.advance(1);
            SortedMap<String, FloatTensor> expected = apart.weights();
            shared.weights().forEach((name, weights) -> {
                float[] from = before.get(name).values();
                float[] to = expected.get(name).values();
                double length = 0;
                for (int i = 0; i < to.length; i++) {
                    length = Math.max(length, Math.abs(to[i] - from[i]));
                }
                for (int i = 0; i < to.length; i++) {
                    // Rounding of the weight itself, and of sums whose parts are as large as the largest gradient.
                    double rounding = 2 * Math.ulp(Math.abs(from[i])) + relative * length;
                    assertThat((double) weights.values()[i]).as(name).isCloseTo(to[i], within(rounding));
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("discriminators")
    void both_players_move_as_with_derivatives_of_their_own(Discriminator discriminator) {
        for (Loss loss : List.of(new NonSaturating(1), new Minimax(1))) {
            assertSameUpdate(game(discriminator).loss(loss), 1e-5);
        }
    }

    @Test
    void so_do_the_players_of_convolutions() {
        assertSameUpdate(
                game(new DcganDiscriminator(4, 4, new Identity(), 0.2, new Normal(0.3)))
                        .dataset(new ImageNetsTrainingTest.RandomPictures(Shape.of(8, 12, 3)))
                        .generator(new DcganGenerator(4, 4, new Identity(), new Sigmoid(), new Normal(0.3))),
                1e-5);
    }

    @Test
    void rounded_products_move_both_players_alike() {
        // A bfloat16 has 8 significant bits, so each factor is rounded by up to 2^-9. The way back has at most three
        // products of
        // two factors, in both ways to compute it: 12·2^-9 < 2^-5.
        assertSameUpdate(game(MlpDiscriminator.of(16, 12)).precision(Precision.BFLOAT16), 0x1p-5);
    }

    /**
     * A discriminator of three layers has five products on its own way back: three for its weights, and two through the layers
     * that follow another. Apart, the generator goes back through all three layers; together, only through the first.
     */
    @Test
    void the_generator_goes_back_through_the_first_layer_alone() {
        ExperimentBuilder game = game(MlpDiscriminator.of(16, 12));
        assertThat(products(apart(game)) - products(game)).isEqualTo(2);
    }

    private static long products(ExperimentBuilder game) {
        try (TensorFlowRun run = Experiments.open(game)) {
            return run.timeStep().stream()
                    .filter(operation -> operation.kind().contains("MatMul"))
                    .count();
        }
    }
}
