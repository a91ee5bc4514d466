package org.gan4j.standard.conditional;

import org.gan4j.api.Discriminator;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * Wraps another discriminator, which gets a captioned picture in another form: without the caption, and with one more channel for
 * each class, which is 1 everywhere if the caption names that class and 0 otherwise. A picture [h × w …] of c channels with n
 * classes becomes [h × w × (c + n)]. So convolutions see the class at each place.
 */
@About(
        value = "another discriminator, which is given the class of a captioned picture as channels",
        source = "Mirza and Osindero 2014, arXiv:1411.1784; as channels in H. Lee's CGAN of"
                + " tensorflow-generative-model-collections")
public record ClassMaps(
        @Param(value = "mlp", doc = "the discriminator of pictures with these channels")
        Discriminator of,

        @Param(value = "10", min = 2, doc = "number of classes, as the data have")
        int classes)
        implements Discriminator {
    @Override
    public NetSpec net(Shape data) {
        ClassChannels channels = channels(data);
        return of.net(channels.output()).behind(channels);
    }

    @Override
    public NetSpec netForGenerator(Shape data) {
        ClassChannels channels = channels(data);
        return of.netForGenerator(channels.output()).behind(channels);
    }

    private ClassChannels channels(Shape data) {
        Caption caption = new Caption(classes);
        return new ClassChannels(caption, caption.without(data));
    }

    @Override
    public boolean givesEnergies() {
        return of.givesEnergies();
    }
}
