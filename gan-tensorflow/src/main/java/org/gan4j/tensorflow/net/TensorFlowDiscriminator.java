package org.gan4j.tensorflow.net;

import org.gan4j.api.Discriminator;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** A discriminator whose net is written for TensorFlow; it gives one logit an example. */
@About("a net written for TensorFlow")
public record TensorFlowDiscriminator(
        @Param(doc = "the net, a part of tensorflow.net") TensorFlowNet net) implements Discriminator {
    @Override
    public NetSpec net(Shape data) {
        return TensorFlowLayer.net(net, Shape.of(1));
    }
}
