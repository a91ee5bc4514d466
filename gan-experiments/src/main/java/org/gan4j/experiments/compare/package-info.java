/** Runs a grid of experiments as a comparison, and records what its runs say together. */
package org.gan4j.experiments.compare;
