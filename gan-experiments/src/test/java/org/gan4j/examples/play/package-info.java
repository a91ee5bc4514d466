/** Examples of how the game is played: a loss, a term, a schedule and an optimizer. */
package org.gan4j.examples.play;
