/**
 * Holds the built-in metrics: the paper's Parzen window with its controls, and for known densities covered modes, divergence and
 * distance.
 */
package org.gan4j.experiments.library.metric;
