/** Writes an experiment down as settings, and makes the experiment of a recorded run again. */
@NullMarked
package org.gan4j.experiments.settings.record;

import org.jspecify.annotations.NullMarked;
