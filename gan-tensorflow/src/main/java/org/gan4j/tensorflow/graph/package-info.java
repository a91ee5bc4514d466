/** Implements the algebra over a TensorFlow graph: nodes, variables, counter-based randomness, gradients. */
@NullMarked
package org.gan4j.tensorflow.graph;

import org.jspecify.annotations.NullMarked;
