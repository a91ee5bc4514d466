/** The collapse alarm: says of a run, while it goes, that its generator has given up variety. */
package org.gan4j.experiments.run.alarm;
