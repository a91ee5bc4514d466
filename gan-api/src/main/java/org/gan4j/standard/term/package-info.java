/** Holds the built-in addends of an objective besides the loss. */
@NullMarked
package org.gan4j.standard.term;

import org.jspecify.annotations.NullMarked;
