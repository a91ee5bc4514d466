/** Nets that are written against TensorFlow's own operations, for what the algebra does not have. */
package org.gan4j.tensorflow.net;
