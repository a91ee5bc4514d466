package org.gan4j.experiments.report.curve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.gan4j.experiments.compare.arm.Arms;
import org.gan4j.experiments.draw.Palette;

/**
 * The runs that differ in nothing but the seed.
 *
 * @param color number of its colour, the same all over the report
 * @param runs  by seed
 */
public record ArmCurves(String name, int color, List<ReportedRun> runs) {
    public ArmCurves {
        runs = runs.stream()
                .sorted(Comparator.comparingLong(run -> run.record().seed()))
                .toList();
    }

    /** The arms of these runs as the comparison sorts them, in the order of their first run. */
    public static List<ArmCurves> of(List<ReportedRun> runs) {
        List<String> names = Arms.names(
                runs.stream().map(run -> run.record().settings()).toList(),
                runs.stream().map(run -> run.record().seed()).toList());
        Map<String, List<ReportedRun>> byName = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            byName.computeIfAbsent(names.get(i), name -> new ArrayList<>()).add(runs.get(i));
        }
        List<ArmCurves> arms = new ArrayList<>();
        byName.forEach((name, its) -> arms.add(new ArmCurves(name, Palette.series(arms.size()), its)));
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
