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
import org.gan4j.standard.layer.activation.Relu;
import org.gan4j.standard.layer.convolution.Deconvolution;

/**
 * A dense layer to small images with many channels, then transposed convolutions, each of which doubles the sides and
 * halves the channels; the last one gives the data's channels. Kernels have an even size, so that each value of an image
 * gets the same number of products; the published code has size 5.
 */
@About(
        value = "transposed convolutions that double the sides, for images",
        source = "Radford et al. 2016, arXiv:1511.06434, figure 1 and section 3")
public record DcganGenerator(
        @Param(
                value = "64",
                min = 1,
                doc = "channels before the last transposed convolution; each earlier one has twice as many")
        int width,

        @Param(value = "4", min = 2, doc = "height and width of the kernels; even")
        int kernel,

        @Param(value = "identity", doc = "after each layer but the last: identity for none, or a layer that normalises")
        Layer normalisation,

        @Param(value = "sigmoid", doc = "after the last layer: sigmoid for data in 0…1, tanh for data in -1…1")
        Layer output,

        @Param(value = "normal", doc = "first values of all weights")
        Initializer weights)
        implements Generator {
    public DcganGenerator {
        DcganKernel.requireEven(kernel);
    }

    @Override
    public NetSpec net(Shape latent, Shape data) {
        HalvedImage image = HalvedImage.of(data);
        int channels = width << (image.halvings() - 1);
        Shape smallest = image.smallest(channels);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Reshape(List.of(latent.size())));
        layers.add(new Dense(smallest.size(), weights, new Constant(0)));
        layers.add(new Reshape(smallest.dims()));
        for (int n = 1; n < image.halvings(); n++) {
            layers.add(normalisation);
            layers.add(new Relu());
            channels /= 2;
            layers.add(doubling(channels));
        }
        layers.add(normalisation);
        layers.add(new Relu());
        layers.add(doubling(image.channels()));
        layers.add(output);
        layers.add(new Reshape(data.dims()));
        return NetSpec.of(layers);
    }

    private Deconvolution doubling(int channels) {
        return new Deconvolution(channels, kernel, 2, DcganKernel.pad(kernel), true, weights, new Constant(0));
    }
}
