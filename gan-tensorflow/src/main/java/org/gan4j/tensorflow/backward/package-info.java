/** Computes the gradients of both players from one way back through the discriminator. */
@NullMarked
package org.gan4j.tensorflow.backward;

import org.jspecify.annotations.NullMarked;
