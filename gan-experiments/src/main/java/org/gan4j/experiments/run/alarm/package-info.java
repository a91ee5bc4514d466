/** Computes the collapse alarm, which says during a run that its generator has lost variety. */
@NullMarked
package org.gan4j.experiments.run.alarm;

import org.jspecify.annotations.NullMarked;
