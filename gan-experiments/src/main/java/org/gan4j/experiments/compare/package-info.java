/** Runs a grid of experiments as a comparison, and records what its runs say together. */
@NullMarked
package org.gan4j.experiments.compare;

import org.jspecify.annotations.NullMarked;
