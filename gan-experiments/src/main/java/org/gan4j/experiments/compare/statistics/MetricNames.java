package org.gan4j.experiments.compare.statistics;

import java.util.Comparator;
import java.util.List;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.TrainingSignals;
import org.gan4j.experiments.store.signal.RunSignals;

/** Selects and orders the metrics that are compared, and those that a person sees first. */
public final class MetricNames {
    private static final List<String> STATE = List.of(
            TrainingSignals.VALUE, TrainingSignals.D_REAL, TrainingSignals.D_FAKE, TrainingSignals.LOGIT_DIFFERENCE);

    private MetricNames() {}

    /**
     * Returns all metrics of the runs except those that measure the machine and the count of rollbacks: first the
     * evaluations, then the training signals.
     */
    public static List<String> of(List<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.metrics().keySet().stream())
                .filter(name -> !RunSignals.isTime(name) && !RunSignals.isMachine(name))
                .filter(name -> !name.equals(RunSignals.ROLLBACKS))
                .distinct()
                .sorted(Comparator.comparingInt(MetricNames::rank).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static int rank(String name) {
        if (Measurement.isEvaluation(name)) {
            return -1;
        }
        return STATE.contains(name) ? STATE.indexOf(name) : STATE.size();
    }

    /** Returns the metrics for the table that is printed. */
    public static boolean isPrinted(String name) {
        return Measurement.isEvaluation(name) || STATE.contains(name);
    }
}
