package org.gan4j.experiments.reproduce.theory.response;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.gan4j.experiments.report.sweep.Plot;
import org.gan4j.experiments.reproduce.theory.response.DFirst.GradientPair;

/** The two plots over updates of D: where G's gradient points, and how long it is. */
final class DFirstPlots {
    private final List<Long> updates = new ArrayList<>();
    private final List<List<GradientPair>> seeds = new ArrayList<>();

    /** Adds what each seed gave after one number of updates. */
    void add(long count, List<GradientPair> pairs) {
        updates.add(count);
        seeds.add(pairs);
    }

    List<Path> write(Path folder, String suffix) {
        return List.of(
                plot("cosine with the gradient of 2·JSD", GeneratorGradient::cosine)
                        .write(folder.resolve("d-first-direction" + suffix + ".svg")),
                plot("length of G's gradient", GeneratorGradient::length)
                        .write(folder.resolve("d-first-length" + suffix + ".svg")));
    }

    private Plot plot(String upwards, ToDoubleFunction<GeneratorGradient> number) {
        return new Plot(
                "updates of D",
                upwards,
                List.of(
                        new Plot.Line("minimax", 0, points(GradientPair::minimax, number)),
                        new Plot.Line("non-saturating", 1, points(GradientPair::nonSaturating, number))));
    }

    private List<Plot.Point> points(
            Function<GradientPair, GeneratorGradient> loss, ToDoubleFunction<GeneratorGradient> number) {
        List<Plot.Point> points = new ArrayList<>();
        for (int i = 0; i < updates.size(); i++) {
            points.add(new Plot.Point(
                    updates.get(i),
                    seeds.get(i).stream().map(loss).mapToDouble(number).toArray()));
        }
        return points;
    }
}
