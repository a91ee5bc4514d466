/** Builds the sub-graphs that turn objectives into gradients, update players and keep sums. */
@NullMarked
package org.gan4j.tensorflow.train;

import org.jspecify.annotations.NullMarked;
