/** Holds the built-in layers that normalise values or weights, some of which keep a state between updates. */
@NullMarked
package org.gan4j.standard.layer.normalization;

import org.jspecify.annotations.NullMarked;
