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
import org.gan4j.standard.layer.activation.LeakyRelu;
import org.gan4j.standard.layer.convolution.Convolution;

/**
 * Convolutions, each of which halves the sides and doubles the channels, then one logit. The first convolution is not
 * normalised.
 */
@About(
        value = "convolutions that halve the sides and one logit, for images",
        source = "Radford et al. 2016, arXiv:1511.06434, section 3")
public record DcganDiscriminator(
        @Param(value = "64", min = 1, doc = "channels after the first convolution; each further one has twice as many")
        int width,

        @Param(value = "4", min = 2, doc = "height and width of the kernels; even")
        int kernel,

        @Param(
                value = "identity",
                doc = "after each convolution but the first: identity for none, or a layer that normalises")
        Layer normalisation,

        @Param(value = "0.2", min = 0, max = 1, doc = "slope of the leaky rectifiers below 0")
        double slope,

        @Param(value = "normal", doc = "first values of all weights")
        Initializer weights)
        implements Discriminator {
    public DcganDiscriminator {
        DcganKernel.requireEven(kernel);
    }

    @Override
    public NetSpec net(Shape data) {
        HalvedImage image = HalvedImage.of(data);
        List<Layer> layers = new ArrayList<>();
        layers.add(image.withChannels());
        int channels = width;
        layers.add(halving(channels));
        layers.add(new LeakyRelu(slope));
        for (int n = 1; n < image.halvings(); n++) {
            channels *= 2;
            layers.add(halving(channels));
            layers.add(normalisation);
            layers.add(new LeakyRelu(slope));
        }
        layers.add(new Reshape(List.of(image.smallest(channels).size())));
        layers.add(new Dense(1, weights, new Constant(0)));
        return NetSpec.of(layers);
    }

    private Convolution halving(int channels) {
        return new Convolution(channels, kernel, 2, DcganKernel.pad(kernel), weights, new Constant(0));
    }
}
