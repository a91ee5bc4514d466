package com.example.net;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.Generator;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.Reshape;

/** A dense layer, residual layers, a dense layer to the data's size, and the data's shape. */
@About("residual layers between two dense ones")
public record MyResidualGenerator(
        @Param(value = "64", min = 1, doc = "width of the residual layers")
        int width,

        @Param(value = "2", min = 0, doc = "number of residual layers")
        int depth,

        @Param(value = "glorot", doc = "first values of all weights")
        Initializer weights)
        implements Generator {
    @Override
    public NetSpec net(Shape latent, Shape data) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Dense(width, weights, new Constant(0)));
        for (int i = 0; i < depth; i++) {
            layers.add(new MyResidual(weights));
        }
        layers.add(new Dense(data.size(), weights, new Constant(0)));
        layers.add(new Reshape(data.dims()));
        return NetSpec.of(layers);
    }
}
