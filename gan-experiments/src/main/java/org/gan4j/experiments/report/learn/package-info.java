/** Writes the part of a report that explains the game with the run's own numbers. */
@NullMarked
package org.gan4j.experiments.report.learn;

import org.jspecify.annotations.NullMarked;
