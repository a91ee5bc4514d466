/** Holds the losses that estimate an f-divergence by its dual form, one for each divergence of the family. */
@NullMarked
package org.gan4j.losses.divergence;

import org.jspecify.annotations.NullMarked;
