/** Holds the built-in update rules, with their schedules of rate and momentum. */
@NullMarked
package org.gan4j.standard.optimizer;

import org.jspecify.annotations.NullMarked;
