package org.gan4j.standard.net.image;

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
import org.gan4j.standard.layer.convolution.Upsample;

/**
 * A dense layer to small images, then residual blocks at each size, with doubled sides and halved channels in between,
 * and a convolution of 1 × 1 to the data's channels. No layer normalises. It differs from the source, which groups the
 * middle convolutions and doubles by bilinear interpolation; here they are plain, and each value fills a square.
 */
@About(
        value = "residual blocks without normalisation, for images",
        source = "after Huang et al. 2024, arXiv:2501.05441, section 3")
public record ResidualGenerator(
        @Param(value = "32", min = 1, doc = "channels at the data's size; each halving of the sides doubles them")
        int width,

        @Param(value = "1", min = 1, doc = "residual blocks at each size")
        int blocks,

        @Param(value = "0.2", min = 0, max = 1, doc = "slope of the leaky rectifiers below 0")
        double slope,

        @Param(value = "sigmoid", doc = "after the last layer: sigmoid for data in 0…1, tanh for data in -1…1")
        Layer output,

        @Param(value = "he", doc = "first values of all weights but those that begin at 0")
        Initializer weights)
        implements Generator {
    @Override
    public NetSpec net(Shape latent, Shape data) {
        HalvedImage image = HalvedImage.of(data);
        ResidualBlock block = new ResidualBlock(slope, weights);
        int channels = width << image.halvings();
        Shape smallest = image.smallest(channels);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Reshape(List.of(latent.size())));
        layers.add(new Dense(smallest.size(), weights, new Constant(0)));
        layers.add(new Reshape(smallest.dims()));
        block.addTo(layers, blocks, channels);
        for (int n = 0; n < image.halvings(); n++) {
            channels /= 2;
            layers.add(block.pointwise(channels));
            layers.add(new Upsample(2));
            block.addTo(layers, blocks, channels);
        }
        layers.add(block.pointwise(image.channels()));
        layers.add(output);
        layers.add(new Reshape(data.dims()));
        return NetSpec.of(layers);
    }
}
