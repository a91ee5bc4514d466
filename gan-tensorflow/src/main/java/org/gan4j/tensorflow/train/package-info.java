/** Builds the sub-graphs that turn objectives into gradients, update players and keep sums. */
package org.gan4j.tensorflow.train;
