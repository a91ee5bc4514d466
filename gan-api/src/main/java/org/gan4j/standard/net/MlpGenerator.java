package org.gan4j.standard.net;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.Generator;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.Reshape;
import org.gan4j.standard.layer.activation.Identity;

/**
 * Dense layers with an activation between them, then one to the data's size, its own activation, and the data's shape. What
 * {@code before} and {@code inside} name, such as dropout, acts on the latent draws and on the hidden values.
 */
@About(
        value = "dense layers; rectifiers and a sigmoid make the paper's",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, section 5")
public record MlpGenerator(
        @Param(value = "[128,128]", min = 1, doc = "widths of the hidden layers")
        List<Integer> hidden,

        @Param(value = "relu", doc = "after each hidden layer")
        Layer activation,

        @Param(value = "identity", doc = "after the last layer")
        Layer output,

        @Param(value = "glorot", doc = "first values of all weights")
        Initializer weights,

        @Param(value = "constant", doc = "first values of the last bias")
        Initializer bias,

        @Param(value = "identity", doc = "on the latent draws, such as dropout")
        Layer before,

        @Param(value = "identity", doc = "on the values of each hidden layer, such as dropout or noise")
        Layer inside)
        implements Generator {
    /** A generator with hidden layers of these widths and defaults for everything else. */
    public static MlpGenerator of(int... widths) {
        MlpGenerator defaults = NetDefaults.of(MlpGenerator.class);
        return new MlpGenerator(
                NetDefaults.list(widths),
                defaults.activation,
                defaults.output,
                defaults.weights,
                defaults.bias,
                defaults.before,
                defaults.inside);
    }

    /** The same with another activation after each hidden layer. */
    public MlpGenerator withActivation(Layer other) {
        return new MlpGenerator(hidden, other, output, weights, bias, before, inside);
    }

    /** The same with another activation after the last layer. */
    public MlpGenerator withOutput(Layer other) {
        return new MlpGenerator(hidden, activation, other, weights, bias, before, inside);
    }

    /** The same with other first values of the weights and of the last bias. */
    public MlpGenerator withFirstValues(Initializer otherWeights, Initializer otherBias) {
        return new MlpGenerator(hidden, activation, output, otherWeights, otherBias, before, inside);
    }

    /** The same with these layers on the latent draws and on the values of each hidden layer, such as dropout. */
    public MlpGenerator withNoise(Layer onLatent, Layer onHidden) {
        return new MlpGenerator(hidden, activation, output, weights, bias, onLatent, onHidden);
    }

    @Override
    public NetSpec net(Shape latent, Shape data) {
        List<Layer> layers = new ArrayList<>();
        FlatInput.addTo(latent, layers);
        addUnlessIdentity(before, layers);
        for (int width : hidden) {
            layers.add(new Dense(width, weights, new Constant(0)));
            layers.add(activation);
            addUnlessIdentity(inside, layers);
        }
        layers.add(new Dense(data.size(), weights, bias));
        layers.add(output);
        if (data.rank() != 1) {
            layers.add(new Reshape(data.dims()));
        }
        return NetSpec.of(layers);
    }

    private static void addUnlessIdentity(Layer layer, List<Layer> layers) {
        if (!(layer instanceof Identity)) {
            layers.add(layer);
        }
    }
}
