package org.gan4j.standard.net.image;

import java.util.List;
import org.gan4j.api.algebra.Shape;
import org.gan4j.standard.layer.Reshape;

/**
 * The images of a data set, and how often a convolutional net halves their sides: twice, and further as long as both
 * sides are even and at least 8. So 28 × 28 becomes 7 × 7, and 32 × 32 becomes 4 × 4.
 *
 * @param height   of the data's images
 * @param width    of the data's images
 * @param channels 1 where the data has no axis of channels
 * @param halvings how often both sides are halved
 */
record HalvedImage(int height, int width, int channels, int halvings) {
    private static final int LEAST_HALVINGS = 2;
    private static final int LEAST_HALVED = 8;

    /**
     * Reads the shape of an example.
     *
     * @throws IllegalArgumentException if it is not that of an image, or a side is not a multiple of 4
     */
    static HalvedImage of(Shape data) {
        boolean image = data.rank() == 2 || data.rank() == 3;
        if (!image || data.dim(0) % 4 != 0 || data.dim(1) % 4 != 0) {
            throw new IllegalArgumentException("this net is for images [height×width] or [height×width×channels] whose"
                    + " sides are multiples of 4, got " + data + "; mlp takes any shape");
        }
        int height = data.dim(0);
        int width = data.dim(1);
        int halvings = 0;
        while (halvings < LEAST_HALVINGS || isHalvedAgain(height >> halvings, width >> halvings)) {
            halvings++;
        }
        return new HalvedImage(height, width, data.rank() == 2 ? 1 : data.dim(2), halvings);
    }

    private static boolean isHalvedAgain(int height, int width) {
        return height % 2 == 0 && width % 2 == 0 && Math.min(height, width) >= LEAST_HALVED;
    }

    /** Returns the layer that gives examples an axis of channels. */
    Reshape withChannels() {
        return new Reshape(List.of(height, width, channels));
    }

    /** Returns the shape of the smallest images, with so many channels. */
    Shape smallest(int ofChannels) {
        return Shape.of(height >> halvings, width >> halvings, ofChannels);
    }
}
