/** A run's journal, which holds everything that happened, and the sender that brings it to the trackers. */
package org.gan4j.experiments.journal;
