/** Builds the sub-graphs that draw real examples and latents, and evaluates nets in chunks. */
package org.gan4j.tensorflow.data;
