/** Evaluates a run while it trains: a list of observers, none of which changes the training. */
package org.gan4j.experiments.run.look;
