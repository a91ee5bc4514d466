/** Writes the part of a report that explains the game with the run's own numbers. */
package org.gan4j.experiments.report.learn;
