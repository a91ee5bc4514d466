/**
 * Holds the losses of discriminators that give each example an energy, such as the error of an auto-encoder; the logit is
 * minus the energy.
 */
@NullMarked
package org.gan4j.losses.energy;

import org.jspecify.annotations.NullMarked;
