package org.gan4j.api.run;

import java.util.Map;
import org.gan4j.api.metric.TrainingSignals;

/** The training of a run, for the code that advances it. */
public interface Training {
    /** Returns the steps made so far; a step is one pass through the schedule's turns. */
    long step();

    /** Returns the epochs made so far: how often D has consumed the training split; 0 for endless data. */
    double epoch();

    /**
     * Trains for some steps.
     *
     * @param steps at least 1
     * @return the mean of each training signal over these steps, by metric name ({@link TrainingSignals}); a value
     *     that was not finite is passed on as it is
     */
    Map<String, Double> advance(long steps);
}
