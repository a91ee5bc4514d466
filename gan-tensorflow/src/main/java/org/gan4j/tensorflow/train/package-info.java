/** The sub-graphs that update players and keep running sums. */
package org.gan4j.tensorflow.train;
