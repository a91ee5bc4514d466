package org.gan4j.tensorflow.train;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The draws for one update; only those that the update uses are computed.
 *
 * @param real   [batch × data]
 * @param latent [batch × latent]
 */
public record Batch(Operand<TFloat32> real, Operand<TFloat32> latent) {}
