/** Keeps the values of losses and terms between updates, and reports them as signals. */
@NullMarked
package org.gan4j.tensorflow.memory;

import org.jspecify.annotations.NullMarked;
