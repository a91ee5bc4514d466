/**
 * Holds the built-in metrics: the paper's Parzen window with its controls, and for known densities covered modes, divergence and
 * distance.
 */
@NullMarked
package org.gan4j.experiments.library.metric;

import org.jspecify.annotations.NullMarked;
