/** Evaluates a run while it trains: a list of actions, none of which changes the training. */
@NullMarked
package org.gan4j.experiments.run.evaluation;

import org.jspecify.annotations.NullMarked;
