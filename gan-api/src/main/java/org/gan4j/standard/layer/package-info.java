/** Holds the built-in layers: affine maps, maxout, dropout and activations. */
@NullMarked
package org.gan4j.standard.layer;

import org.jspecify.annotations.NullMarked;
