package org.gan4j.standard.net;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.Discriminator;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.layer.Dense;

/** Dense layers with an activation between them, then one logit. */
@About("dense layers and one logit")
public record MlpDiscriminator(
        @Param(value = "[128,128]", min = 1, doc = "widths of the hidden layers")
        List<Integer> hidden,

        @Param(value = "leaky-relu", doc = "after each hidden layer")
        Layer activation,

        @Param(value = "glorot", doc = "first values of all weights")
        Initializer weights)
        implements Discriminator {
    /** A discriminator with hidden layers of these widths and defaults for everything else. */
    public static MlpDiscriminator of(int... widths) {
        MlpDiscriminator defaults = NetDefaults.of(MlpDiscriminator.class);
        return new MlpDiscriminator(NetDefaults.list(widths), defaults.activation, defaults.weights);
    }

    /** The same with another activation after each hidden layer. */
    public MlpDiscriminator withActivation(Layer other) {
        return new MlpDiscriminator(hidden, other, weights);
    }

    /** The same with other first values of the weights. */
    public MlpDiscriminator withFirstValues(Initializer other) {
        return new MlpDiscriminator(hidden, activation, other);
    }

    @Override
    public NetSpec net(Shape data) {
        List<Layer> layers = new ArrayList<>();
        FlatInput.addTo(data, layers);
        for (int width : hidden) {
            layers.add(new Dense(width, weights, new Constant(0)));
            layers.add(activation);
        }
        layers.add(new Dense(1, weights, new Constant(0)));
        return NetSpec.of(layers);
    }
}
