/** Implements the algebra over a TensorFlow graph: nodes, variables, counter-based randomness, gradients. */
package org.gan4j.tensorflow.graph;
