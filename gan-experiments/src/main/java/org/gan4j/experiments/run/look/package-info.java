/** Evaluates a run while it trains: a list of observers, none of which changes the training. */
@NullMarked
package org.gan4j.experiments.run.look;

import org.jspecify.annotations.NullMarked;
