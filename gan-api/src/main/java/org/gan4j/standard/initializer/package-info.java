/** Holds the built-in first values of weights. */
@NullMarked
package org.gan4j.standard.initializer;

import org.jspecify.annotations.NullMarked;
