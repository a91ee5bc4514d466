package org.gan4j.tensorflow.net;

import org.gan4j.api.Generator;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** A generator x = G(z) whose net is written for TensorFlow. */
@About("a net written for TensorFlow")
public record TensorFlowGenerator(
        @Param(doc = "the net, a part of tensorflow.net") TensorFlowNet net) implements Generator {
    @Override
    public NetSpec net(Shape latent, Shape data) {
        return TensorFlowLayer.net(net, data);
    }
}
