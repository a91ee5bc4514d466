/** Holds the addends of an objective that the literature adds to a loss, such as penalties on D's slope. */
@NullMarked
package org.gan4j.losses.term;

import org.jspecify.annotations.NullMarked;
