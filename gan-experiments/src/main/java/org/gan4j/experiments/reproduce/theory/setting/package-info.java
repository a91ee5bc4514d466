/** The means by which the statements of the theory are measured: a pair of distributions, draws from it, the game, trained discriminators. */
package org.gan4j.experiments.reproduce.theory.setting;
