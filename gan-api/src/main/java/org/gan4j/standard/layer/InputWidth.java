package org.gan4j.standard.layer;

import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;

/** Checks a layer's input. */
final class InputWidth {
    private InputWidth() {}

    /** The width of a batch of vectors. */
    static int ofVector(Shape x, Scope at) {
        if (x.rank() != 2) {
            throw new IllegalArgumentException(
                    at + " expects vectors [batch×width], got " + x + "; put a reshape before it");
        }
        return x.dim(1);
    }
}
