/** The algebra over a TensorFlow graph: nodes, resource variables, counter-based randomness, gradients. */
package org.gan4j.tensorflow.graph;
