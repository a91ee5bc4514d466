package org.gan4j.experiments.reproduce;

/**
 * A reproduction that looks at trained nets: at those of finished runs, or at ones that it trains now. A {@code key=value} that is not
 * one of its own keys is a setting of the experiment that it trains.
 */
public interface RunReproduction extends Reproduction {}
