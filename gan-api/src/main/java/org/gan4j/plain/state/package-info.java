/** Holds tensors by name for the interpreters of the algebra: weights, and what layers and losses keep between updates. */
@NullMarked
package org.gan4j.plain.state;

import org.jspecify.annotations.NullMarked;
