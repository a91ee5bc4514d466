package org.gan4j.standard.net;

import java.util.List;
import org.gan4j.api.Discriminator;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.standard.layer.normalization.SpectralNorm;

/** Wraps another discriminator, each of whose layers has its weights divided by their largest singular value. */
@About(
        value = "another discriminator, with spectral normalisation of all its weights",
        source = "Miyato et al. 2018, arXiv:1802.05957")
public record SpectralDiscriminator(
        @Param(value = "mlp", doc = "the discriminator") Discriminator of) implements Discriminator {
    @Override
    public NetSpec net(Shape data) {
        return normalized(of.net(data));
    }

    @Override
    public boolean givesEnergies() {
        return of.givesEnergies();
    }

    @Override
    public NetSpec netForGenerator(Shape data) {
        return normalized(of.netForGenerator(data));
    }

    private static NetSpec normalized(NetSpec net) {
        return net.map(SpectralDiscriminator::normalized);
    }

    private static List<Layer> normalized(List<Layer> layers) {
        return layers.stream().<Layer>map(SpectralNorm::new).toList();
    }
}
