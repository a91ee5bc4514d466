/** Builds the sub-graphs that change a player's weights by its optimizer's rule. */
@NullMarked
package org.gan4j.tensorflow.rule;

import org.jspecify.annotations.NullMarked;
