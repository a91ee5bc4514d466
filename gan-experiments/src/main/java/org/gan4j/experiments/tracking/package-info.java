/** Sends journals to trackers in the background, and repeats what failed. */
package org.gan4j.experiments.tracking;
