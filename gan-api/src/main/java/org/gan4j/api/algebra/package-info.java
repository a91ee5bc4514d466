/** Declares the language that losses, layers, priors and data sets are written in: an algebra over an opaque tensor. */
@NullMarked
package org.gan4j.api.algebra;

import org.jspecify.annotations.NullMarked;
