package org.gan4j.standard.net;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.Generator;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.standard.layer.Reshape;

/** A generator of the listed layers, from latent vectors on, then the data's shape. */
@About("any layers in a row")
public record LayersGenerator(
        @Param(doc = "the layers, each with its parameters") List<Layer> layers) implements Generator {
    public LayersGenerator {
        layers = List.copyOf(layers);
    }

    @Override
    public NetSpec net(Shape latent, Shape data) {
        List<Layer> all = new ArrayList<>();
        FlatInput.addTo(latent, all);
        all.addAll(layers);
        all.add(new Reshape(data.dims()));
        return NetSpec.of(all);
    }
}
