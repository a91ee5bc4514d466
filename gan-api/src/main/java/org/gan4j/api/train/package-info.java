/** Declares how the game is played: players, turns, optimizers, and further addends of an objective. */
package org.gan4j.api.train;
