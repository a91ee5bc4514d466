package org.gan4j.standard.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.Generator;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.plain.shape.ShapeAlgebra;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Glorot;
import org.gan4j.standard.initializer.Uniform;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.Dropout;
import org.gan4j.standard.layer.GaussianNoise;
import org.gan4j.standard.layer.Maxout;
import org.gan4j.standard.layer.Reshape;
import org.gan4j.standard.layer.activation.LeakyRelu;
import org.gan4j.standard.layer.activation.Relu;
import org.gan4j.standard.layer.activation.Sigmoid;
import org.junit.jupiter.api.Test;

class NetsTest {
    private static final Constant ZERO = new Constant(0);

    private static ShapeAlgebra shapes(NetSpec net, Shape in, Shape out) {
        ShapeAlgebra shapes = new ShapeAlgebra();
        assertThat(net.apply(shapes, new Scope("net"), Expr.of(shapes, in.batched()))
                        .raw())
                .isEqualTo(out.batched());
        return shapes;
    }

    @Test
    void the_paper_s_generator_for_digits() {
        NetSpec net = MlpGenerator.of(1200, 1200)
                .withOutput(new Sigmoid())
                .withFirstValues(new Uniform(0.05), ZERO)
                .net(Shape.of(100), Shape.of(28, 28));
        // 100·1200 + 1200 + 1200·1200 + 1200 + 1200·784 + 784 = 2,503,984.
        assertThat(shapes(net, Shape.of(100), Shape.of(28, 28)).parameterCount())
                .isEqualTo(2_503_984);
    }

    @Test
    void the_paper_s_discriminator_for_digits() {
        Uniform weights = new Uniform(0.005);
        NetSpec net = new MaxoutDiscriminator(List.of(240, 240), 5, 0.8, 0.5, weights).net(Shape.of(28, 28));
        assertThat(net.layers())
                .containsExactly(
                        new Reshape(List.of(784)),
                        new Dropout(0.8),
                        new Maxout(240, 5, weights),
                        new Dropout(0.5),
                        new Maxout(240, 5, weights),
                        new Dropout(0.5),
                        new Dense(1, weights, ZERO));
        // 784·1200 + 1200 + 240·1200 + 1200 + 240 + 1 = 1,231,441.
        assertThat(shapes(net, Shape.of(28, 28), Shape.of(1)).parameterCount()).isEqualTo(1_231_441);
    }

    @Test
    void instance_noise_comes_before_all_else_for_both_players() {
        MlpDiscriminator plain = new MlpDiscriminator(List.of(), new Relu(), new Glorot());
        InstanceNoise noisy = new InstanceNoise(0.1, plain);
        assertThat(noisy.net(Shape.of(2)).layers())
                .containsExactly(new GaussianNoise(0.1), new Dense(1, new Glorot(), ZERO));
        assertThat(noisy.netForGenerator(Shape.of(2))).isEqualTo(noisy.net(Shape.of(2)));
        assertThat(new InstanceNoise(0, plain).net(Shape.of(2))).isEqualTo(plain.net(Shape.of(2)));
    }

    @Test
    void a_generator_may_learn_from_a_discriminator_without_dropout_that_has_the_same_weights() {
        MaxoutDiscriminator maxout = new MaxoutDiscriminator(List.of(3, 2), 2, 0.8, 0.5, new Glorot());
        NoDropoutForGenerator part = new NoDropoutForGenerator(new InstanceNoise(0.1, maxout));
        NetSpec judge = part.netForGenerator(Shape.of(2));
        assertThat(part.net(Shape.of(2)).layers()).contains(new Dropout(0.8), new Dropout(0.5));
        assertThat(judge.layers())
                .containsExactly(
                        new GaussianNoise(0.1),
                        new Maxout(3, 2, new Glorot()),
                        new Maxout(2, 2, new Glorot()),
                        new Dense(1, new Glorot(), ZERO));
        assertThat(shapes(judge, Shape.of(2), Shape.of(1)).parameters())
                .isEqualTo(
                        shapes(part.net(Shape.of(2)), Shape.of(2), Shape.of(1)).parameters());
        assertThat(maxout.netForGenerator(Shape.of(2))).isEqualTo(maxout.net(Shape.of(2)));
    }

    @Test
    void dropout_or_noise_may_act_on_the_latent_draws_and_on_each_hidden_layer_of_a_generator() {
        MlpGenerator generator = new MlpGenerator(
                List.of(3, 4), new Relu(), new Sigmoid(), new Glorot(), ZERO, new Dropout(0.8), new GaussianNoise(0.1));
        assertThat(generator.net(Shape.of(5), Shape.of(2)).layers())
                .containsExactly(
                        new Dropout(0.8),
                        new Dense(3, new Glorot(), ZERO),
                        new Relu(),
                        new GaussianNoise(0.1),
                        new Dense(4, new Glorot(), ZERO),
                        new Relu(),
                        new GaussianNoise(0.1),
                        new Dense(2, new Glorot(), ZERO),
                        new Sigmoid());
    }

    @Test
    void an_mlp_discriminator_gives_one_logit() {
        NetSpec net = new MlpDiscriminator(List.of(8), new LeakyRelu(0.2), new Glorot()).net(Shape.of(2));
        assertThat(shapes(net, Shape.of(2), Shape.of(1)).parameters())
                .containsOnlyKeys("net.dense1.weights", "net.dense1.bias", "net.dense2.weights", "net.dense2.bias");
    }

    @Test
    void vectors_are_not_reshaped() {
        NetSpec net = MlpGenerator.of().withOutput(new Sigmoid()).net(Shape.of(3), Shape.of(2));
        assertThat(net.layers()).containsExactly(new Dense(2, new Glorot(), ZERO), new Sigmoid());
        assertThat(net.separatesExamples()).isTrue();
    }

    @Test
    void layers_in_a_row_end_in_the_data_s_shape() {
        NetSpec net = new LayersGenerator(List.of(new Dense(12, new Glorot(), ZERO), new Sigmoid()))
                .net(Shape.of(5), Shape.of(2, 2, 3));
        // 5·12 + 12 = 72.
        assertThat(shapes(net, Shape.of(5), Shape.of(2, 2, 3)).parameterCount()).isEqualTo(72);
    }

    @Test
    void a_discriminator_of_layers_is_what_is_listed() {
        List<Layer> layers = List.of(new Reshape(List.of(4)), new Dense(1, new Glorot(), ZERO));
        assertThat(new LayersDiscriminator(layers).net(Shape.of(2, 2)).layers()).isEqualTo(layers);
    }

    @Test
    void a_stacked_generator_repeats_the_old_one_under_a_scope_of_its_own() {
        Generator old = new LayersGenerator(List.of(new Dense(4, new Glorot(), ZERO), new Sigmoid()));
        StackedGenerator stacked =
                new StackedGenerator(List.of(new Dense(3, new Glorot(), ZERO), new Sigmoid()), old, Path.of("run"));
        Shape data = Shape.of(2, 2);
        ShapeAlgebra alone = shapes(old.net(Shape.of(3), data), Shape.of(3), data);
        ShapeAlgebra both = shapes(stacked.net(Shape.of(5), data), Shape.of(5), data);

        // 5·3 + 3 new weights before the 3·4 + 4 old ones.
        assertThat(both.parameterCount()).isEqualTo(18 + 16);
        alone.parameters().forEach((name, shape) -> assertThat(both.parameters())
                .containsEntry("net." + stacked.place() + name.substring("net".length()), shape));
    }
}
