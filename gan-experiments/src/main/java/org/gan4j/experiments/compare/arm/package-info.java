/** Groups the runs of a comparison into arms, and keeps values apart that were measured differently. */
@NullMarked
package org.gan4j.experiments.compare.arm;

import org.jspecify.annotations.NullMarked;
