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
import org.gan4j.standard.layer.Dropout;
import org.gan4j.standard.layer.Maxout;

/** Maxout layers with dropout before each, then one logit: the paper's discriminator. */
@About(
        value = "maxout layers with dropout, and one logit",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, section 5; sizes from its code")
public record MaxoutDiscriminator(
        @Param(value = "[240,240]", min = 1, doc = "widths of the maxout layers")
        List<Integer> hidden,

        @Param(value = "5", min = 1, doc = "pieces of each maxout unit")
        int pieces,

        @Param(value = "0.8", min = 1e-6, max = 1, doc = "share of inputs kept by dropout")
        double inputKeep,

        @Param(value = "0.5", min = 1e-6, max = 1, doc = "share of hidden values kept by dropout")
        double hiddenKeep,

        @Param(value = "uniform", doc = "first values of all weights")
        Initializer weights)
        implements Discriminator {
    /** A discriminator with maxout layers of these widths and defaults for everything else. */
    public static MaxoutDiscriminator of(int... widths) {
        MaxoutDiscriminator defaults = NetDefaults.of(MaxoutDiscriminator.class);
        return new MaxoutDiscriminator(
                NetDefaults.list(widths), defaults.pieces, defaults.inputKeep, defaults.hiddenKeep, defaults.weights);
    }

    /** The same with another number of pieces for each maxout unit. */
    public MaxoutDiscriminator withPieces(int other) {
        return new MaxoutDiscriminator(hidden, other, inputKeep, hiddenKeep, weights);
    }

    /** The same with other shares of inputs and of hidden values that dropout keeps. */
    public MaxoutDiscriminator withKeep(double ofInputs, double ofHidden) {
        return new MaxoutDiscriminator(hidden, pieces, ofInputs, ofHidden, weights);
    }

    /** The same with other first values of the weights. */
    public MaxoutDiscriminator withFirstValues(Initializer other) {
        return new MaxoutDiscriminator(hidden, pieces, inputKeep, hiddenKeep, other);
    }

    @Override
    public NetSpec net(Shape data) {
        List<Layer> layers = new ArrayList<>();
        FlatInput.addTo(data, layers);
        double keep = inputKeep;
        for (int width : hidden) {
            layers.add(new Dropout(keep));
            layers.add(new Maxout(width, pieces, weights));
            keep = hiddenKeep;
        }
        layers.add(new Dropout(keep));
        layers.add(new Dense(1, weights, new Constant(0)));
        return NetSpec.of(layers);
    }
}
