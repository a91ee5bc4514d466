package org.gan4j.standard.initializer;

import org.gan4j.api.algebra.Shape;

/** The numbers of inputs and outputs that a weight matrix [in × out] connects. */
final class FanInOut {
    private FanInOut() {}

    static int in(Shape weights) {
        return weights.rank() < 2 ? weights.size() : weights.size() / weights.dim(-1);
    }

    static int out(Shape weights) {
        return weights.dim(-1);
    }
}
