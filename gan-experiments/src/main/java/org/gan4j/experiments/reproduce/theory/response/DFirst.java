package org.gan4j.experiments.reproduce.theory.response;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.RunReproduction;
import org.gan4j.experiments.reproduce.theory.response.DFirstResult.DFirstRow;
import org.gan4j.experiments.reproduce.theory.setting.NormalPair;
import org.gan4j.experiments.reproduce.theory.setting.PairDraws;
import org.gan4j.experiments.reproduce.theory.setting.TheoryParts;
import org.gan4j.experiments.reproduce.theory.setting.TrainedDiscriminator;

/**
 * Shows why Algorithm 1 trains D before G: against data N(0, 1) a generator N(mean, sd²) stands still while D learns, and after so many
 * updates of D it is measured where G's gradient points, and how long it is. The cosine is with the gradient of 2·JSD, by
 * quadrature, so it is 1 where a step of G lowers the divergence as fast as a step of its length can.
 */
@About(
        value = "direction and length of G's gradient after given numbers of updates of D, while G is" + " fixed",
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

    /** The gradients that D gives G under each loss after one number of updates. */
    record GradientPair(GeneratorGradient minimax, GeneratorGradient nonSaturating) {}

    @Override
    public List<String> plan(ReproductionRequest request) {
        request.refuseRuns(
                "d-first trains discriminators of its own, so it takes no run; 'gan reproduce equilibrium' does");
        if (!request.settings().isEmpty()) {
            throw new InvalidInput(
                    request.settings().get(0),
                    "is not a key of d-first, and it trains no experiment; its keys are mean, sd, updates");
        }
        for (int i = 0; i < updates.size(); i++) {
            if (updates.get(i) < (i == 0 ? 0 : updates.get(i - 1))) {
                throw new InvalidInput("updates=" + updates, "numbers of updates ascend from 0 or more, as [0,1,10]");
            }
        }
        return List.of("D is trained against N(" + mean + ", " + sd + "²) and looked at after " + updates + " updates");
    }

    @Override
    public DFirstResult run(ReproductionRequest request) {
        plan(request);
        TheoryParts parts = TheoryParts.of(request.extensions());
        List<List<GradientPair>> seeds = LongStream.rangeClosed(1, request.seeds() > 0 ? request.seeds() : SEEDS)
                .mapToObj(seed -> measure(parts, seed))
                .toList();
        DFirstPlots plots = new DFirstPlots();
        List<DFirstRow> rows = new ArrayList<>();
        for (int i = 0; i < updates.size(); i++) {
            int row = i;
            List<GradientPair> pairs = seeds.stream().map(seed -> seed.get(row)).toList();
            plots.add(updates.get(i), pairs);
            rows.add(DFirstRow.of(updates.get(i), pairs));
        }
        double[] truth = new NormalPair(mean, sd).twiceJensenShannonSlopes();
        return new DFirstResult(
                rows,
                plots.write(request.out(), "-mean" + mean + "-sd" + sd),
                mean,
                sd,
                Math.hypot(truth[0], truth[1]),
                seeds.size());
    }

    /** Returns a pair for each number of updates. */
    private List<GradientPair> measure(TheoryParts parts, long seed) {
        NormalPair pair = new NormalPair(mean, sd);
        PairDraws draws = PairDraws.of(parts, pair, DRAWS, seed, "d-first");
        List<GradientPair> pairs = new ArrayList<>();
        try (TrainedDiscriminator d = TrainedDiscriminator.untrained(pair, parts, seed)) {
            long made = 0;
            for (long count : updates) {
                d.learn(count - made);
                made = count;
                pairs.add(new GradientPair(
                        GeneratorGradient.of(parts.minimax(), d::logits, pair, draws),
                        GeneratorGradient.of(parts.nonSaturating(), d::logits, pair, draws)));
            }
        }
        return pairs;
    }
}
