package org.gan4j.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.registry.Extensions;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Glorot;
import org.gan4j.standard.initializer.He;
import org.gan4j.standard.initializer.Marginals;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.Dropout;
import org.gan4j.standard.layer.Flatten;
import org.gan4j.standard.layer.GaussianNoise;
import org.gan4j.standard.layer.Maxout;
import org.gan4j.standard.layer.Reshape;
import org.gan4j.standard.layer.Sequence;
import org.gan4j.standard.layer.activation.Identity;
import org.gan4j.standard.layer.activation.LeakyRelu;
import org.gan4j.standard.layer.activation.Relu;
import org.gan4j.standard.layer.activation.Scale;
import org.gan4j.standard.layer.activation.Sigmoid;
import org.gan4j.standard.layer.activation.Tanh;
import org.gan4j.standard.layer.convolution.Convolution;
import org.gan4j.standard.layer.convolution.Deconvolution;
import org.gan4j.standard.layer.convolution.Downsample;
import org.gan4j.standard.layer.convolution.MaxPool;
import org.gan4j.standard.layer.convolution.MaxoutConvolution;
import org.gan4j.standard.layer.convolution.Residual;
import org.gan4j.standard.layer.convolution.Upsample;
import org.gan4j.standard.layer.normalization.BatchNorm;
import org.gan4j.standard.layer.normalization.InstanceNorm;
import org.gan4j.standard.layer.normalization.LayerNorm;
import org.gan4j.standard.layer.normalization.MinibatchDeviation;
import org.gan4j.standard.layer.normalization.SpectralNorm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists every standard layer with weights as TensorFlow initialised them, as it is used after training. */
@Tag("tensorflow")
class LayerParityTest {
    record Applied(NetSpec net) implements Function {
        @Override
        public <T> Expr<T> apply(NetAlgebra<T> algebra, List<Expr<T>> inputs) {
            return net.apply(algebra, new Scope("generator"), inputs.get(0));
        }
    }

    static Stream<Layer> layers() {
        return Stream.of(
                new Dense(4, new Glorot(), new Constant(0.5)),
                new Dense(3, new He(), new Marginals()),
                new Maxout(2, 5, new Normal(1)),
                new Dropout(0.5),
                new GaussianNoise(0.5),
                new Reshape(List.of(3, 2)),
                new BatchNorm(0.9, 1e-5),
                new LayerNorm(1e-5),
                new MinibatchDeviation(),
                new SpectralNorm(new Dense(4, new Normal(1), new Constant(0.5))),
                new Sequence(List.of(new LayerNorm(1e-5), new Tanh())),
                new Relu(),
                new LeakyRelu(0.1),
                new Tanh(),
                new Sigmoid(),
                new Identity(),
                new Scale(2, -1));
    }

    /** Those that take images. */
    static Stream<Layer> convolutions() {
        return Stream.of(
                new Flatten(),
                new BatchNorm(0.9, 1e-5),
                new InstanceNorm(1e-5),
                new MinibatchDeviation(),
                new SpectralNorm(new Convolution(2, 3, 1, 1, new Normal(1), new Constant(0.5))),
                new Convolution(2, 3, 1, 1, new Normal(1), new Constant(0.5)),
                new MaxoutConvolution(2, 2, 3, 1, 3, 2, new Normal(1)),
                new MaxPool(3, 2),
                new Upsample(2),
                new Downsample(2),
                new Residual(List.of(new Tanh(), new Convolution(2, 3, 1, 1, new Normal(1), new Constant(0.5)))),
                new Deconvolution(1, 3, 2, 0, false, new Normal(1), new Constant(0.5)),
                new Deconvolution(1, 4, 2, 1, true, new Normal(1), new Constant(0.5)));
    }

    @Test
    void no_standard_layer_is_missing_here() {
        assertThat(Stream.concat(layers(), convolutions())
                        .map(layer -> layer.getClass().getName())
                        .collect(Collectors.toSet()))
                .containsAll(Extensions.onClassPath().contributions(Layer.POINT.id()).stream()
                        .map(part -> part.type().getName())
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void values_and_slopes(Layer layer) {
        Parity.onCpu().check(new Applied(NetSpec.of(List.of(layer))), Parity.random(Shape.of(3, 6), 1));
    }

    @ParameterizedTest
    @MethodSource("convolutions")
    void values_and_slopes_on_images(Layer layer) {
        Parity.onCpu().check(new Applied(NetSpec.of(List.of(layer))), Parity.random(Shape.of(2, 4, 4, 2), 1));
    }

    @ParameterizedTest
    @MethodSource("normalizations")
    void values_slopes_and_kept_states_while_training(Layer layer) {
        Parity.onCpu().checkTraining(new Applied(NetSpec.of(List.of(layer))), Parity.random(Shape.of(2, 4, 4, 2), 1));
    }

    static Stream<Layer> normalizations() {
        return convolutions().filter(layer -> !(layer instanceof MaxoutConvolution));
    }

    @Test
    void a_whole_net() {
        NetSpec net = NetSpec.of(List.of(
                new Dense(6, new Glorot(), new Constant(0.1)),
                new Tanh(),
                new Maxout(4, 3, new Normal(0.5)),
                new Dense(4, new He(), new Constant(0)),
                new LeakyRelu(0.2),
                new Reshape(List.of(2, 2)),
                new Sigmoid()));
        Parity.onCpu().check(new Applied(net), Parity.random(Shape.of(5, 3), 2));
    }
}
