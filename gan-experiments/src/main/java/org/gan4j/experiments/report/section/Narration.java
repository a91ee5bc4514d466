package org.gan4j.experiments.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.api.metric.ProbeSignal;
import org.gan4j.api.metric.TrainingSignals;
import org.gan4j.experiments.report.curve.ArmCurves;
import org.gan4j.experiments.report.learn.GameSection;
import org.gan4j.experiments.report.page.NumberText;
import org.gan4j.experiments.store.game.GameDescription;

/** Describes what the charts show, in sentences with the numbers of the last step. */
public final class Narration {
    private Narration() {}

    /** Returns sentences about a group of charts; none where nothing was measured. */
    public static List<String> of(String group, List<ArmCurves> arms) {
        return switch (group) {
            case "game" ->
                Stream.concat(
                                arms.stream()
                                        .map(arm -> errors(arm, arms.size()))
                                        .filter(said -> !said.isEmpty()),
                                sums(arms))
                        .toList();
            case "gradients" ->
                arms.stream()
                        .map(Narration::gradients)
                        .filter(said -> !said.isEmpty())
                        .toList();
            default -> List.of();
        };
    }

    /** Returns whether the game is zero-sum, once for each loss. */
    private static Stream<String> sums(List<ArmCurves> arms) {
        return arms.stream()
                .flatMap(arm -> GameDescription.read(arm.runs().get(0).folder().rules()).stream())
                .map(GameSection::sum)
                .distinct();
    }

    /** The share of fakes and of real examples that D takes for fakes at the end. */
    private static String errors(ArmCurves arm, int arms) {
        OptionalDouble passing = last(arm, TrainingSignals.FALSE_POSITIVES);
        OptionalDouble rejected = last(arm, TrainingSignals.FALSE_NEGATIVES);
        if (passing.isEmpty() || rejected.isEmpty()) {
            return "";
        }
        String where = arms > 1 ? "At the end under " + arm.name() + ", D catches " : "At the end D catches ";
        return where + NumberText.percent(1 - passing.getAsDouble()) + " of the fakes and rejects "
                + NumberText.percent(rejected.getAsDouble()) + " of the real examples" + over(arm) + ".";
    }

    private static String gradients(ArmCurves arm) {
        TreeSet<String> probes = new TreeSet<>();
        arm.runs().forEach(run -> run.metrics().keySet().stream()
                .filter(ProbeSignal.WEIGHTS::is)
                .forEach(probes::add));
        List<String> norms = new ArrayList<>();
        for (String probe : probes) {
            last(arm, probe)
                    .ifPresent(norm -> norms.add(NumberText.text(norm) + " under " + ProbeSignal.WEIGHTS.loss(probe)));
        }
        return norms.size() < 2
                ? ""
                : "At the end of training with " + arm.name() + ", at the same parameters, the generator’s gradient is "
                        + norms.stream().collect(Collectors.joining(" and ")) + over(arm) + ".";
    }

    /** The mean of the last values over the finished runs; the last value of a single run, however it ended. */
    private static OptionalDouble last(ArmCurves arm, String metric) {
        if (arm.runs().size() == 1) {
            double value = arm.runs().get(0).last(metric);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        }
        return arm.last(metric);
    }

    private static String over(ArmCurves arm) {
        int n = arm.finished().size();
        return n > 1 ? " (mean over " + NumberText.count(n, "seed") + ")" : "";
    }
}
