package org.gan4j.standard.net.image;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.Discriminator;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.Reshape;
import org.gan4j.standard.layer.convolution.Downsample;

/**
 * The mirror image of {@link ResidualGenerator}: a convolution of 1 × 1, then residual blocks at each size, with halved
 * sides and doubled channels in between, and one logit.
 */
@About(
        value = "residual blocks without normalisation and one logit, for images",
        source = "after Huang et al. 2024, arXiv:2501.05441, section 3")
public record ResidualDiscriminator(
        @Param(value = "32", min = 1, doc = "channels at the data's size; each halving of the sides doubles them")
        int width,

        @Param(value = "1", min = 1, doc = "residual blocks at each size")
        int blocks,

        @Param(value = "0.2", min = 0, max = 1, doc = "slope of the leaky rectifiers below 0")
        double slope,

        @Param(value = "he", doc = "first values of all weights but those that begin at 0")
        Initializer weights)
        implements Discriminator {
    @Override
    public NetSpec net(Shape data) {
        HalvedImage image = HalvedImage.of(data);
        ResidualBlock block = new ResidualBlock(slope, weights);
        int channels = width;
        List<Layer> layers = new ArrayList<>();
        layers.add(image.withChannels());
        layers.add(block.pointwise(channels));
        block.addTo(layers, blocks, channels);
        for (int n = 0; n < image.halvings(); n++) {
            channels *= 2;
            layers.add(new Downsample(2));
            layers.add(block.pointwise(channels));
            block.addTo(layers, blocks, channels);
        }
        layers.add(new Reshape(List.of(image.smallest(channels).size())));
        layers.add(new Dense(1, weights, new Constant(0)));
        return NetSpec.of(layers);
    }
}
