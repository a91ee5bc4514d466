package org.gan4j.experiments.reproduce.theory;

import java.util.List;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.reproduce.Reproduction;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.theory.setting.Game;
import org.gan4j.experiments.reproduce.theory.setting.NormalPair;
import org.gan4j.experiments.reproduce.theory.setting.TheoryParts;
import org.gan4j.experiments.reproduce.theory.setting.TrainedDiscriminator;

/** Every statement of the paper's theory, measured for real data N(0, 1) against generated data N(mean, sd²). */
@About(
        value = "each statement of the theory, expected and measured, for data N(0, 1) against a generator's N(mean,"
                + " sd²)",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, sections 3 and 4")
public record Theory(
        @Param(value = "1", min = -4, max = 4, doc = "mean of the generated distribution")
        double mean,

        @Param(value = "1.5", min = 0.3, max = 3, doc = "standard deviation of the generated distribution")
        double sd,

        @Param(value = "1", doc = "seed of everything that is drawn")
        long seed)
        implements Reproduction {
    @Override
    public List<String> plan(ReproductionRequest request) {
        return List.of("every statement of the theory is measured for N(0, 1) against N(" + mean + ", " + sd + "²)");
    }

    @Override
    public TheoryResult run(ReproductionRequest request) {
        return TheoryResult.of(statements(TheoryParts.of(request.extensions())));
    }

    private List<Statement> statements(TheoryParts parts) {
        NormalPair pair = new NormalPair(mean, sd);
        try (TrainedDiscriminator against = TrainedDiscriminator.against(pair, parts, seed);
                TrainedDiscriminator againstEqual = TrainedDiscriminator.against(new NormalPair(0, 1), parts, seed)) {
            return List.of(
                    new GeneratorGradients(pair, parts, seed).statement(),
                    new Lemma(Game.of(parts.minimax()), seed).statement(),
                    new PropositionOne(pair, parts, seed).statement(against),
                    new TheoremOne(pair, parts, seed).statement(),
                    new PropositionTwo(parts, seed).statement(),
                    new EndState(pair, parts, seed).statement(against, againstEqual));
        }
    }
}
