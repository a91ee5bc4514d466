/** Declares how the game is played: players, turns, optimizers, and further addends of an objective. */
@NullMarked
package org.gan4j.api.train;

import org.jspecify.annotations.NullMarked;
