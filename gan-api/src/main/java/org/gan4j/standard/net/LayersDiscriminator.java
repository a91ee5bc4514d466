package org.gan4j.standard.net;

import java.util.List;
import org.gan4j.api.Discriminator;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** A discriminator of the listed layers, from the data's shape to one logit. */
@About("any layers in a row")
public record LayersDiscriminator(
        @Param(doc = "the layers, each with its parameters; the last gives one value")
        List<Layer> layers) implements Discriminator {
    public LayersDiscriminator {
        layers = List.copyOf(layers);
    }

    @Override
    public NetSpec net(Shape data) {
        return NetSpec.of(layers);
    }
}
