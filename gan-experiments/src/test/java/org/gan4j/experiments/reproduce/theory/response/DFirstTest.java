package org.gan4j.experiments.reproduce.theory.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.Verdict;
import org.gan4j.experiments.reproduce.theory.response.DFirstResult.DFirstRow;
import org.gan4j.experiments.reproduce.theory.setting.NormalPair;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("tensorflow")
class DFirstTest {
    @TempDir
    Path folder;

    /** At D*, minimax gives the gradient of 2·JSD, so once D has learned, both point the same way and are as long. */
    @Test
    void after_five_hundred_updates_minimax_follows_the_divergence_and_before_the_first_it_does_not() {
        DFirstResult result =
                new DFirst(1, 1.5, List.of(0L, 500L)).run(ReproductionRequest.of(Extensions.onClassPath(), folder));

        assertThat(result.rows()).extracting(DFirstRow::updates).containsExactly(0L, 500L);
        assertThat(result.rows().get(0).cosine().minimax()).isLessThan(0.5);
        assertThat(result.rows().get(1).cosine().minimax()).isGreaterThan(0.9);
        double[] slopes = new NormalPair(1, 1.5).twiceJensenShannonSlopes();
        assertThat(result.length()).isCloseTo(Math.hypot(slopes[0], slopes[1]), within(1e-12));
        assertThat(result.rows().get(1).length().minimax()).isCloseTo(result.length(), within(0.05));
        assertThat(result.seeds()).isEqualTo(3);
        assertThat(result.files())
                .containsExactly(
                        folder.resolve("d-first-direction-mean1.0-sd1.5.svg"),
                        folder.resolve("d-first-length-mean1.0-sd1.5.svg"))
                .allSatisfy(file -> assertThat(file).exists());
        assertThat(result.verdict()).isEqualTo(Verdict.measuredOnly());
    }
}
