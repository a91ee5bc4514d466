/** Chooses a learning rate for each arm of a comparison: all arms try the same rates, with seeds that the comparison does not use. */
@NullMarked
package org.gan4j.experiments.compare.tuning;

import org.jspecify.annotations.NullMarked;
