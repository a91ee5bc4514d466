package org.gan4j.api.experiment;

/**
 * The number format in which nets multiply matrices and convolve while they are trained, forwards and backwards. Weights, sums, losses,
 * optimizers and everything after training are float32 in any case.
 */
public enum Precision {
    /** 24 significant bits. */
    FLOAT32,
    /**
     * 8 significant bits and float32's range: factors are rounded to it, their products are summed in float32, and the sum is
     * rounded again.
     */
    BFLOAT16
}
