/** Writes trained generators as files that TensorFlow loads everywhere. */
package org.gan4j.tensorflow.export;
