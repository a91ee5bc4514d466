package org.gan4j.experiments.reproduce.section7.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.api.Discriminator;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Glorot;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.Reshape;
import org.gan4j.standard.layer.activation.Relu;

/**
 * E(x), the inference net: dense layers with rectifiers from an example to the latent draw it may have been made from. In the game it
 * has the discriminator's place, as what looks at examples: z is a head, and as the logit it says 0 to everything.
 *
 * @param hidden widths of its hidden layers
 * @param latent values of a latent draw
 */
record Encoder(List<Integer> hidden, int latent) implements Discriminator {
    /** The head that is z. */
    static final String LATENT = "latent";

    @Override
    public NetSpec net(Shape data) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Reshape(List.of(data.size())));
        for (int width : hidden) {
            layers.add(dense(width));
            layers.add(new Relu());
        }
        layers.add(new Silent());
        return new NetSpec(layers, Map.of(LATENT, NetSpec.Branch.ofFeatures(dense(latent))));
    }

    private static Dense dense(int width) {
        return new Dense(width, new Glorot(), new Constant(0));
    }

    /** The logit 0. */
    private record Silent() implements Layer {
        @Override
        public String kind() {
            return "silent";
        }

        @Override
        public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
            return x.sum(1).times(0);
        }
    }
}
