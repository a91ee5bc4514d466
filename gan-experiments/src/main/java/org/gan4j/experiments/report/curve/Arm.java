package org.gan4j.experiments.report.curve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The runs that differ in nothing but the seed.
 *
 * @param color number of its colour, the same all over the report
 * @param runs  by seed
 */
public record Arm(String name, int color, List<ReportedRun> runs) {
    /** How many colours are told apart; further arms begin again. */
    public static final int COLORS = 8;

    public Arm {
        runs = runs.stream()
                .sorted(Comparator.comparingLong(run -> run.record().seed()))
                .toList();
    }

    /** The arms of these runs, in the given order; what belongs to none of them forms arms of its own behind. */
    public static List<Arm> of(List<ReportedRun> runs, List<String> order) {
        Map<String, List<ReportedRun>> byName = new LinkedHashMap<>();
        order.forEach(name -> byName.put(name, new ArrayList<>()));
        runs.forEach(run -> byName.computeIfAbsent(run.arm(order), name -> new ArrayList<>())
                .add(run));
        List<Arm> arms = new ArrayList<>();
        byName.forEach((name, its) -> arms.add(new Arm(name, arms.size() % COLORS, its)));
        return arms;
    }

    /** The runs that means and bands are taken over. */
    public List<ReportedRun> finished() {
        return runs.stream().filter(ReportedRun::finished).toList();
    }

    public List<ReportedRun> unfinished() {
        return runs.stream().filter(run -> !run.finished()).toList();
    }

    /** Mean of a metric's last value over the finished runs. */
    public OptionalDouble last(String metric) {
        return finished().stream()
                .mapToDouble(run -> run.last(metric))
                .filter(Double::isFinite)
                .average();
    }
}
