/** The TensorFlow backend: an experiment as one graph that is built up front and run update by update. */
package org.gan4j.tensorflow;
