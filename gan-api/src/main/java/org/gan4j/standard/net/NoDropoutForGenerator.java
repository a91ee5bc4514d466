package org.gan4j.standard.net;

import java.util.List;
import org.gan4j.api.Discriminator;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.standard.layer.Dropout;

/** Wraps another discriminator: it is trained with its dropout, and the generator learns through it without dropout. */
@About(
        value = "another discriminator, without dropout where the generator learns from it",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, published code, no_drop_in_d_for_g")
public record NoDropoutForGenerator(
        @Param(value = "maxout", doc = "the discriminator") Discriminator of) implements Discriminator {
    @Override
    public NetSpec net(Shape data) {
        return of.net(data);
    }

    /**
     * Returns the layers without dropout. Weights are named by the kind of their layer and its number within the kind,
     * so they stay the same.
     */
    @Override
    public boolean givesEnergies() {
        return of.givesEnergies();
    }

    @Override
    public NetSpec netForGenerator(Shape data) {
        return of.netForGenerator(data).map(NoDropoutForGenerator::withoutDropout);
    }

    private static List<Layer> withoutDropout(List<Layer> layers) {
        return layers.stream().filter(layer -> !(layer instanceof Dropout)).toList();
    }
}
