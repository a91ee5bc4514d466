package org.gan4j.experiments.reproduce.theory.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.Verdict;
import org.gan4j.experiments.reproduce.theory.response.EquilibriumResult.EquilibriumRow;
import org.gan4j.experiments.reproduce.theory.setting.NormalPair;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("tensorflow")
class EquilibriumTest {
    @TempDir
    Path runs;

    /** D is a + bx, at first 0, and rests, so that G, which is 1 + z, is given no gradient and stays where it is. */
    @Test
    void against_a_blind_discriminator_the_generator_gains_nothing_and_the_best_line_gains_twice_the_divergence() {
        EquilibriumResult result = new Equilibrium("gaussian-1d", 500, 1, 50_000, 0.05)
                .run(ReproductionRequest.of(
                        Extensions.onClassPath(),
                        runs,
                        "dataset.mean=0",
                        "dataset.deviation=1",
                        "prior.size=1",
                        "generator.hidden=[]",
                        "generator.weights=constant",
                        "generator.weights.value=1",
                        "generator.bias=constant",
                        "generator.bias.value=1",
                        "discriminator.hidden=[]",
                        "discriminator.weights=constant",
                        "discriminator.weights.value=0",
                        "schedule=interrupted",
                        "schedule.at=0",
                        "schedule.discriminator=0",
                        "schedule.generator=1000000",
                        "optimizer.rate=0.02",
                        "optimizer.decay=1.01",
                        "batch=512",
                        "steps=1",
                        "metrics=[]",
                        "device=cpu",
                        "runs=" + runs));

        assertThat(result.verdict().ruling()).isEqualTo(Verdict.Ruling.NOT_REPRODUCED);
        EquilibriumRow row = result.rows().get(0);
        assertThat(row.passed()).isFalse();
        assertThat(row.value()).isCloseTo(-Math.log(4), Offset.offset(1e-6));
        // log p/q of N(0, 1) and N(1, 1) is 1/2 - x, a line, so D gains V* + log 4 = 2·JSD. A draw's part deviates by
        // 0.5:
        // 50,000 on each side err by 0.013 at 4 errors, and what rests of learning is less than 0.007.
        double best = 2 * new NormalPair(1, 1).jensenShannon();
        assertThat(row.gains().get(0).gain()).isCloseTo(best, Offset.offset(0.02));
        assertThat(row.gains().get(1).gain()).isCloseTo(best, Offset.offset(0.02));
        assertThat(row.gains().get(2).gain()).isCloseTo(0, Offset.offset(1e-6));
    }
}
