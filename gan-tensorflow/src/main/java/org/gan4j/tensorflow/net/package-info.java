/** Lets nets be written in TensorFlow's own operations, for what the algebra lacks. */
@NullMarked
package org.gan4j.tensorflow.net;

import org.jspecify.annotations.NullMarked;
