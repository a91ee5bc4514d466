package org.gan4j.standard.layer.convolution;

import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;

/** Checks a layer's input. */
final class ImageShape {
    private ImageShape() {}

    /** The channels of a batch of images. */
    static int channels(Shape x, Scope at) {
        if (x.rank() != 4) {
            throw new IllegalArgumentException(at + " expects images [batch×height×width×channels], got " + x
                    + "; put a reshape before it, to [28,28,1] for example");
        }
        return x.dim(3);
    }
}
