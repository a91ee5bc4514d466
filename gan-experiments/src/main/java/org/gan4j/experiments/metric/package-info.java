/** Metrics: the paper's Parzen window with its controls, and for known densities covered modes and divergence. */
package org.gan4j.experiments.metric;
