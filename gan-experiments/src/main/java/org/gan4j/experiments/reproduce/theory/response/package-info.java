/** Measures a player's answer to another that stands still: the gain of its best response, and where a discriminator's gradient points. */
@NullMarked
package org.gan4j.experiments.reproduce.theory.response;

import org.jspecify.annotations.NullMarked;
