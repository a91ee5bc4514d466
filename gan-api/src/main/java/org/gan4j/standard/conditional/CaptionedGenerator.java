package org.gan4j.standard.conditional;

import java.util.List;
import org.gan4j.api.Generator;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * Wraps another generator, which makes the picture from the whole latent (z, c), and puts c under it as a caption,
 * unchanged. So a discriminator sees (x, c), and no gradient flows from the caption into the weights.
 */
@About(
        value = "another generator, and under its picture the class that stands in the latent draw",
        source = "Mirza and Osindero 2014, arXiv:1411.1784, section 3.2")
public record CaptionedGenerator(
        @Param(value = "mlp", doc = "the generator of the picture")
        Generator of,

        @Param(value = "10", min = 2, doc = "number of classes, as the prior has")
        int classes)
        implements Generator {
    @Override
    public NetSpec net(Shape latent, Shape data) {
        if (latent.rank() != 1 || latent.size() <= classes) {
            throw new IllegalArgumentException("a captioned generator reads the class from the last " + classes
                    + " values of the latent draw; the prior gives " + latent
                    + ", so use the prior 'captioned' with as many classes");
        }
        Caption caption = new Caption(classes);
        return NetSpec.of(List.of(new CaptionLayer(of.net(latent, caption.without(data)), caption, data)));
    }
}
