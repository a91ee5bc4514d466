/** The sub-graphs that draw batches, update players and keep running sums. */
package org.gan4j.tensorflow.train;
