package org.gan4j.standard.net.packing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.api.Discriminator;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * Wraps another discriminator, which judges packs of examples in place of single ones: D(x₁, …, x_m). A pack of generated
 * examples that are all alike differs from a pack of real ones, so a generator that drops modes is found out.
 *
 * <p>The examples of a pack lie side by side along the last axis: [d] becomes [m·d], and [h × w × c] becomes [h × w × m·c]. While
 * training, each example begins a pack with the m - 1 examples that follow it in its batch, from the beginning again after the last,
 * and gets the logit of that pack. Every example so stands in m packs; the publication puts it in one, with the same expectation.
 * Packs are of real or of generated examples, never of both.
 *
 * <p>A net that is used and not trained gives a logit for a single example: that of a pack of m copies of it. Packs of copies
 * are not what the discriminator was trained on, so its error rates outside of training mean little.
 *
 * <p>Heads of the other discriminator are left out, because they describe single examples.
 */
@About(
        value = "another discriminator, which judges several examples together",
        source = "Lin et al. 2017, arXiv:1712.04086, section 3 (PacGAN)")
public record PackedDiscriminator(
        @Param(value = "2", min = 1, doc = "examples in a pack")
        int size,

        @Param(value = "mlp", doc = "the discriminator of a pack")
        Discriminator of)
        implements Discriminator {
    @Override
    public NetSpec net(Shape data) {
        return packed(of.net(pack(data)));
    }

    @Override
    public boolean givesEnergies() {
        return of.givesEnergies();
    }

    @Override
    public NetSpec netForGenerator(Shape data) {
        return packed(of.netForGenerator(pack(data)));
    }

    private Shape pack(Shape data) {
        if (data.rank() == 0) {
            throw new IllegalArgumentException(
                    "packs are made of examples with at least one axis; one example is a number");
        }
        List<Integer> dims = new ArrayList<>(data.dims());
        int last = dims.size() - 1;
        dims.set(last, dims.get(last) * size);
        return new Shape(dims);
    }

    private NetSpec packed(NetSpec net) {
        if (size == 1) {
            return net;
        }
        List<Layer> layers = new ArrayList<>();
        layers.add(new Packing(size));
        layers.addAll(net.layers());
        return new NetSpec(layers, Map.of());
    }
}
