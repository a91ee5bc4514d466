/** Holds the built-in rules that turn a gradient into an update, and the choice of a rule for each player. */
@NullMarked
package org.gan4j.standard.optimizer;

import org.jspecify.annotations.NullMarked;
