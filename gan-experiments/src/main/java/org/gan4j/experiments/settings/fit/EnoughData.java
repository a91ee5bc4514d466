package org.gan4j.experiments.settings.fit;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gan4j.api.Dataset;
import org.gan4j.api.data.Split;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problem;

/** Checks that finite data have as many examples as metrics need, so that no training is spent on what cannot be measured. */
public final class EnoughData {
    private final Dataset.Finite data;
    private final Map<Split, Integer> counts = new EnumMap<>(Split.class);

    private EnoughData(Dataset.Finite data) {
        this.data = data;
    }

    /**
     * Refuses experiments whose data have too few examples.
     *
     * @throws InvalidInput naming everything that is short
     */
    public static void require(List<Experiment> experiments) {
        Set<Problem> problems = new LinkedHashSet<>();
        Set<List<?>> asked = new LinkedHashSet<>();
        for (Experiment experiment : experiments) {
            Dataset data = experiment.parts().dataset().value();
            List<Part<Metric>> metrics = experiment.parts().metrics();
            if (asked.add(List.of(data, metrics))) {
                problems.addAll(problems(metrics, data));
            }
        }
        refuse(List.copyOf(problems));
    }

    /**
     * Refuses metrics for which data have too few examples.
     *
     * @throws InvalidInput naming everything that is short
     */
    public static void require(List<Part<Metric>> metrics, Dataset data) {
        refuse(problems(metrics, data));
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static List<Problem> problems(List<Part<Metric>> metrics, Dataset data) {
        if (!(data instanceof Dataset.Finite finite)) {
            return List.of();
        }
        EnoughData enough = new EnoughData(finite);
        return metrics.stream()
                .flatMap(metric -> enough.problems(metric).stream())
                .distinct()
                .toList();
    }

    private List<Problem> problems(Part<Metric> metric) {
        try {
            return metric.value().shortages(this::count).stream()
                    .map(reason -> new Problem("metric " + metric.name(), reason))
                    .toList();
        } catch (InvalidInput e) {
            // A split cannot be read, or has no example at all.
            return e.problems();
        }
    }

    private int count(Split split) {
        return counts.computeIfAbsent(split, which -> data.load(which).count());
    }
}
