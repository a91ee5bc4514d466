/** Implements the TensorFlow backend: it builds an experiment as one graph and runs it update by update. */
@NullMarked
package org.gan4j.tensorflow;

import org.jspecify.annotations.NullMarked;
