/** Holds discriminators that give each example an energy; the logit is minus the energy. */
@NullMarked
package org.gan4j.standard.net.energy;

import org.jspecify.annotations.NullMarked;
