package org.gan4j.experiments.reproduce.theory.response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.api.Loss;
import org.gan4j.api.command.Context;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.report.sweep.Plot;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.RunReproduction;
import org.gan4j.experiments.reproduce.theory.setting.NormalPair;
import org.gan4j.experiments.reproduce.theory.setting.PairDraws;
import org.gan4j.experiments.reproduce.theory.setting.TheoryParts;
import org.gan4j.experiments.reproduce.theory.setting.TrainedDiscriminator;
import org.gan4j.registry.Extensions;

/**
 * Why Algorithm 1 trains D before G: against data N(0, 1) a generator N(mean, sd²) stands still while D learns, and after so many
 * updates of D it is measured where G's gradient points, and how long it is. The cosine is with the gradient of 2·JSD, by
 * quadrature, so it is 1 where a step of G lowers the divergence as fast as a step of its length can.
 */
@About(
        value = "where G's gradient points, and how long it is, after so many updates of D against a G that stands"
                + " still",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, algorithm 1 and section 3")
public record DFirst(
        @Param(value = "1", min = -8, max = 8, doc = "mean of the generated distribution")
        double mean,

        @Param(value = "1.5", min = 0.3, max = 3, doc = "standard deviation of the generated distribution")
        double sd,

        @Param(
                value = "[0,1,2,5,10,20,50,100,200,500,1000,2000]",
                doc = "updates of D after which it is measured, ascending")
        List<Long> updates)
        implements RunReproduction {
    private static final int DRAWS = 10_000;
    private static final int SEEDS = 3;

    /** Of one number of updates: an entry a seed. */
    private record Row(long updates, List<GeneratorGradient> minimax, List<GeneratorGradient> nonSaturating) {}

    @Override
    public int run(Context context, ReproductionRequest request) {
        check(request);
        if (context.dryRun()) {
            context.print(
                    "D is trained against N(" + mean + ", " + sd + "²) and looked at after " + updates + " updates");
            return 0;
        }
        TheoryParts parts = TheoryParts.of(Extensions.of(context));
        List<Row> rows = updates.stream()
                .map(n -> new Row(n, new ArrayList<>(), new ArrayList<>()))
                .toList();
        int seeds = request.seeds() > 0 ? request.seeds() : SEEDS;
        for (long seed = 1; seed <= seeds; seed++) {
            measure(parts, seed, rows);
        }
        print(context, rows);
        List<String> files = new ArrayList<>();
        plots(rows)
                .forEach((name, plot) -> files.add(
                        plot.write(request.out().resolve("d-first-" + name + "-mean" + mean + "-sd" + sd + ".svg"))
                                .toString()));
        files.forEach(context::print);
        context.result(Map.of("rows", rows.stream().map(DFirst::document).toList(), "files", files));
        return 0;
    }

    /** Refuses what it would pass over. */
    private void check(ReproductionRequest request) {
        if (!request.runs().isEmpty()) {
            throw new InvalidInput(
                    "--run " + request.runs().get(0).path(),
                    "d-first trains discriminators of its own, so it takes no run; 'gan reproduce equilibrium' does");
        }
        if (!request.settings().isEmpty()) {
            throw new InvalidInput(
                    request.settings().get(0),
                    "is no key of d-first, and it trains no experiment; its keys are mean, sd, updates");
        }
        for (int i = 0; i < updates.size(); i++) {
            if (updates.get(i) < (i == 0 ? 0 : updates.get(i - 1))) {
                throw new InvalidInput("updates=" + updates, "numbers of updates ascend from 0 or more, as [0,1,10]");
            }
        }
    }

    private void measure(TheoryParts parts, long seed, List<Row> rows) {
        NormalPair pair = new NormalPair(mean, sd);
        PairDraws draws = PairDraws.of(parts, pair, DRAWS, seed, "d-first");
        try (TrainedDiscriminator d = TrainedDiscriminator.untrained(pair, parts, seed)) {
            long made = 0;
            for (Row row : rows) {
                d.learn(row.updates - made);
                made = row.updates;
                row.minimax.add(push(parts.minimax(), d, pair, draws));
                row.nonSaturating.add(push(parts.nonSaturating(), d, pair, draws));
            }
        }
    }

    private static GeneratorGradient push(Loss loss, TrainedDiscriminator d, NormalPair pair, PairDraws draws) {
        return GeneratorGradient.of(loss, d::logits, pair, draws);
    }

    private void print(Context context, List<Row> rows) {
        GeneratorGradient any = rows.get(0).minimax.get(0);
        context.print(String.format(
                Locale.ROOT,
                "N(0, 1) against N(%s, %s²); the gradient of 2·JSD is %.4f long; means over %d seeds",
                mean,
                sd,
                Math.hypot(any.trueByMean(), any.trueByDeviation()),
                rows.get(0).minimax.size()));
        context.print(String.format(Locale.ROOT, "%8s %22s %26s", "updates", "minimax", "non-saturating"));
        context.print(
                String.format(Locale.ROOT, "%8s %12s %12s %12s %12s", "of D", "cosine", "length", "cosine", "length"));
        rows.forEach(row -> context.print(String.format(
                Locale.ROOT,
                "%8d %12.3f %12.5f %12.3f %12.5f",
                row.updates,
                mean(row.minimax, true),
                mean(row.minimax, false),
                mean(row.nonSaturating, true),
                mean(row.nonSaturating, false))));
    }

    private static double mean(List<GeneratorGradient> pushes, boolean cosine) {
        return pushes.stream()
                .mapToDouble(push -> cosine ? push.cosine() : push.length())
                .average()
                .orElseThrow();
    }

    private static Map<String, Plot> plots(List<Row> rows) {
        Map<String, Plot> plots = new LinkedHashMap<>();
        plots.put("direction", plot(rows, true, "cosine with the gradient of 2·JSD"));
        plots.put("length", plot(rows, false, "length of G's gradient"));
        return plots;
    }

    private static Plot plot(List<Row> rows, boolean cosine, String upwards) {
        List<Plot.Point> minimax = new ArrayList<>();
        List<Plot.Point> other = new ArrayList<>();
        for (Row row : rows) {
            minimax.add(new Plot.Point(row.updates, values(row.minimax, cosine)));
            other.add(new Plot.Point(row.updates, values(row.nonSaturating, cosine)));
        }
        return new Plot(
                "updates of D",
                upwards,
                List.of(new Plot.Line("minimax", 0, minimax), new Plot.Line("non-saturating", 1, other)));
    }

    private static double[] values(List<GeneratorGradient> pushes, boolean cosine) {
        return pushes.stream()
                .mapToDouble(push -> cosine ? push.cosine() : push.length())
                .toArray();
    }

    private static Map<String, Object> document(Row row) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("updates", row.updates);
        document.put(
                "cosine", Map.of("minimax", mean(row.minimax, true), "nonSaturating", mean(row.nonSaturating, true)));
        document.put(
                "length", Map.of("minimax", mean(row.minimax, false), "nonSaturating", mean(row.nonSaturating, false)));
        return document;
    }
}
