/** Each arm of a comparison at its own best learning rate: the same rates tried for all, with seeds that the comparison lacks. */
package org.gan4j.experiments.compare.tuning;
