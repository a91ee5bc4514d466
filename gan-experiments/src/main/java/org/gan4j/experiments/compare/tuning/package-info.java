/** Chooses a learning rate for each arm of a comparison: all arms try the same rates, with seeds that the comparison does not use. */
package org.gan4j.experiments.compare.tuning;
