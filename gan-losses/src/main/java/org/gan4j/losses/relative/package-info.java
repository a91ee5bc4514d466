/** Holds the relativistic losses, which compare each logit with those of the other side. */
@NullMarked
package org.gan4j.losses.relative;

import org.jspecify.annotations.NullMarked;
