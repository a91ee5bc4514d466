package org.gan4j.standard.net.image;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.net.Layer;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.layer.activation.LeakyRelu;
import org.gan4j.standard.layer.convolution.Convolution;
import org.gan4j.standard.layer.convolution.Residual;

/** What residual nets are made of. */
record ResidualBlock(double slope, Initializer weights) {
    private static final Constant ZERO = new Constant(0);

    /**
     * Adds blocks x + c₃(σ(c₂(σ(c₁(x))))) with convolutions of 1 × 1, 3 × 3 and 1 × 1. The last convolution begins with
     * weights of 0, so each block is the identity at first.
     */
    void addTo(List<Layer> layers, int blocks, int channels) {
        for (int n = 0; n < blocks; n++) {
            List<Layer> inside = new ArrayList<>();
            inside.add(pointwise(channels));
            inside.add(new LeakyRelu(slope));
            inside.add(new Convolution(channels, 3, 1, 1, weights, ZERO));
            inside.add(new LeakyRelu(slope));
            inside.add(new Convolution(channels, 1, 1, 0, ZERO, ZERO));
            layers.add(new Residual(inside));
        }
    }

    /** Returns a convolution of 1 × 1, which changes the number of channels. */
    Convolution pointwise(int channels) {
        return new Convolution(channels, 1, 1, 0, weights, ZERO);
    }
}
