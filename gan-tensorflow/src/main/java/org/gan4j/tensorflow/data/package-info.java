/** The sub-graphs that draw real examples and latents, and evaluation in chunks of them. */
package org.gan4j.tensorflow.data;
