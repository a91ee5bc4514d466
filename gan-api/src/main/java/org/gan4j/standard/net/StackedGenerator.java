package org.gan4j.standard.net;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.Generator;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.net.PretrainedNet;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * A generator that an earlier run trained, with new layers in front of it that learn its prior. All weights are
 * trained: the new ones from their first values, the others from that run's last values.
 */
@About(
        value = "new layers in front of a generator that was trained before",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, section 7; add_layers of its published code")
public record StackedGenerator(
        @Param(doc = "the new layers; the last is as wide as the old generator's prior")
        List<Layer> layers,

        @Param(doc = "the generator that was trained before, as it was described then")
        Generator onto,

        @Param(doc = "the run that trained it: its folder") Path pretrained)
        implements Generator, PretrainedNet {
    public StackedGenerator {
        layers = List.copyOf(layers);
    }

    @Override
    public NetSpec net(Shape latent, Shape data) {
        List<Layer> all = new ArrayList<>();
        FlatInput.addTo(latent, all);
        all.addAll(layers);
        all.add(new GeneratorLayer(onto, data));
        return NetSpec.of(all);
    }

    @Override
    public String place() {
        return "onto1";
    }
}
