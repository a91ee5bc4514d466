package org.gan4j.api.experiment;

import java.nio.file.Path;
import java.util.Map;

/**
 * The result of one run.
 *
 * @param folder           the run's folder
 * @param status           how it ended
 * @param steps            steps made in total
 * @param resumedFrom the step that the run resumed from; 0 if it began anew
 * @param weights          SHA-256 of the final weights
 * @param metrics          last value of each metric
 * @param samplesPerSecond real images per wall second of the step loop
 * @param reason           why it failed or diverged, or empty
 */
public record Outcome(
        Experiment experiment,
        Path folder,
        Status status,
        long steps,
        long resumedFrom,
        String weights,
        Map<String, Double> metrics,
        double samplesPerSecond,
        String reason) {}
