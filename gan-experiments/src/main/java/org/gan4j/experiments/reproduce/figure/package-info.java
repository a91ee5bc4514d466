/**
 * Reproduces the paper's figures: the game on a line in four panels, samples beside their nearest neighbours, lines through the
 * latent space.
 */
@NullMarked
package org.gan4j.experiments.reproduce.figure;

import org.jspecify.annotations.NullMarked;
