/** Lets nets be written in TensorFlow's own operations, for what the algebra lacks. */
package org.gan4j.tensorflow.net;
