package org.gan4j.experiments.bench;

import java.util.List;
import java.util.Optional;

/**
 * How fast one experiment trains.
 *
 * @param name             its recipe, with the settings that tell it from others of this recipe
 * @param openSeconds      until the run was ready for its first step: graph, session and data; for the first experiment the backend's
 *                         library as well
 * @param firstStepSeconds of the first step, before which a backend may still plan
 * @param millisecondsAStep over the windows
 * @param stepsASecond     by the median
 * @param samplesASecond   real examples that the discriminator is trained on, by the median
 * @param finite           whether all of the run's values were finite at the end
 * @param operations       by their share; empty where the backend does not time operations
 */
public record RunTimes(
        String name,
        String hash,
        String device,
        double openSeconds,
        double firstStepSeconds,
        long stepsAWindow,
        MedianAndRange millisecondsAStep,
        double stepsASecond,
        double samplesASecond,
        boolean finite,
        Optional<List<OperationShare>> operations) {}
