package org.gan4j.tensorflow.train;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * What is drawn for one update; only what the update uses is computed.
 *
 * @param real   [batch × data]
 * @param latent [batch × latent]
 */
public record Batch(Operand<TFloat32> real, Operand<TFloat32> latent) {}
