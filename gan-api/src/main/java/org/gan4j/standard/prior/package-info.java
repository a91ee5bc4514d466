/** Holds the built-in distributions of the generator's input. */
@NullMarked
package org.gan4j.standard.prior;

import org.jspecify.annotations.NullMarked;
