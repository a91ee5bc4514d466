/** Holds the built-in layers that change each value by itself: a function of one number. */
@NullMarked
package org.gan4j.standard.layer.activation;

import org.jspecify.annotations.NullMarked;
