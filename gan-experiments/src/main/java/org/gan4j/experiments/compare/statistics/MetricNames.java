package org.gan4j.experiments.compare.statistics;

import java.util.Comparator;
import java.util.List;
import org.gan4j.api.run.Measurement;
import org.gan4j.api.run.Outcome;
import org.gan4j.api.run.TrainingSignals;
import org.gan4j.experiments.store.signal.RunSignals;

/** Which metrics are compared, in which order, and which of them a person sees first. */
final class MetricNames {
    private static final List<String> STATE =
            List.of(TrainingSignals.VALUE, TrainingSignals.D_REAL, TrainingSignals.D_FAKE);

    private MetricNames() {}

    /** All metrics of the runs but those that measure the machine: what was evaluated first, then the state of the game. */
    static List<String> of(List<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.metrics().keySet().stream())
                .filter(name -> !RunSignals.isTime(name) && !RunSignals.isMachine(name))
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

    /** Metrics for the table that is printed. */
    static boolean isPrinted(String name) {
        return Measurement.isEvaluation(name) || STATE.contains(name);
    }
}
