/** Computes the collapse alarm, which says during a run that its generator has lost variety. */
package org.gan4j.experiments.run.alarm;
