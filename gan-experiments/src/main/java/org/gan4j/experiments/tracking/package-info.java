/** Brings journals to trackers, in the background, as often and as late as it takes. */
package org.gan4j.experiments.tracking;
