/** Builds the sub-graphs that draw real examples and latents, and evaluates nets in chunks. */
@NullMarked
package org.gan4j.tensorflow.data;

import org.jspecify.annotations.NullMarked;
