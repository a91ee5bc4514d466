/** Holds what the statements of the theory are measured on: a pair of distributions, draws from it, the game, trained discriminators. */
@NullMarked
package org.gan4j.experiments.reproduce.theory.setting;

import org.jspecify.annotations.NullMarked;
