/** Writes trained generators as files that TensorFlow loads everywhere. */
@NullMarked
package org.gan4j.tensorflow.export;

import org.jspecify.annotations.NullMarked;
