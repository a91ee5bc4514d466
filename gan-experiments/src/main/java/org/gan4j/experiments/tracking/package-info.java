/** Sends journals to trackers in the background, and repeats what failed. */
@NullMarked
package org.gan4j.experiments.tracking;

import org.jspecify.annotations.NullMarked;
