/** From a grid of experiments to a comparison: making its runs, and writing down what they say together. */
package org.gan4j.experiments.compare;
