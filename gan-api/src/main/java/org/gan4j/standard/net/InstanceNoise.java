package org.gan4j.standard.net;

import org.gan4j.api.Discriminator;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.standard.layer.GaussianNoise;

/**
 * Wraps another discriminator and adds noise to each example, real or generated, drawn anew for each update. The
 * published code draws it from a generator with a fixed seed, on which the experiment's seed has no effect.
 */
@About(
        value = "another discriminator, with noise on real and generated examples while training",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, published code, noise_both")
public record InstanceNoise(
        @Param(min = 0, doc = "standard deviation of the noise, in units of the data")
        double sd,

        @Param(value = "maxout", doc = "the discriminator") Discriminator of)
        implements Discriminator {
    @Override
    public NetSpec net(Shape data) {
        return behindNoise(of.net(data));
    }

    @Override
    public boolean givesEnergies() {
        return of.givesEnergies();
    }

    @Override
    public NetSpec netForGenerator(Shape data) {
        return behindNoise(of.netForGenerator(data));
    }

    private NetSpec behindNoise(NetSpec net) {
        return sd == 0 ? net : net.behind(new GaussianNoise(sd));
    }
}
