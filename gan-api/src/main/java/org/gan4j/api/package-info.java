/**
 * What a newcomer meets first: the two players ({@link org.gan4j.api.Generator}, {@link org.gan4j.api.Discriminator}), the
 * noise and the data between them ({@link org.gan4j.api.Prior}, {@link org.gan4j.api.Dataset}), what they play for
 * ({@link org.gan4j.api.Loss}), and how a game is described and run ({@link org.gan4j.api.experiment.Experiment},
 * {@link org.gan4j.api.experiment.ExperimentRunner}).
 */
@NullMarked
package org.gan4j.api;

import org.jspecify.annotations.NullMarked;
