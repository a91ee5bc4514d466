package org.gan4j.experiments.reproduce.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.experiments.reproduce.ReproductionRenderer;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.figure.Figure1Result.Figure1Row;
import org.gan4j.experiments.reproduce.figure.Figure1Result.PanelRow;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Figure1ResultTest {
    private static final PanelRow CAUGHT = new PanelRow(1500, 0.06, 0.04, 0.4);
    private static final PanelRow END = new PanelRow(6000, 0.01, 0.1, 0.04);

    @TempDir
    Path folder;

    private static Figure1Result of(int passed, int failed) {
        Stream<Boolean> rows =
                Stream.concat(Collections.nCopies(passed, true).stream(), Collections.nCopies(failed, false).stream());
        return new Figure1Result(
                List.of(),
                rows.map(row -> new Figure1Row(1, Path.of("run"), row, List.of(CAUGHT, CAUGHT, CAUGHT, END)))
                        .toList());
    }

    @Test
    void a_seed_passes_if_d_catches_up_while_apart_and_is_one_half_once_together() {
        assertThat(Figure1Row.passed(CAUGHT, END)).isTrue();
        assertThat(Figure1Row.passed(new PanelRow(1500, 0.05, 0.04, 0.4), END)).isFalse();
        assertThat(Figure1Row.passed(new PanelRow(1500, 0.06, 0.05, 0.4), END)).isFalse();
        assertThat(Figure1Row.passed(CAUGHT, new PanelRow(6000, 0.02, 0.1, 0.04)))
                .isFalse();
        assertThat(Figure1Row.passed(CAUGHT, new PanelRow(6000, 0.01, 0.1, 0.05)))
                .isFalse();
    }

    @Test
    void one_seed_or_four_of_five_reproduce_the_figure() {
        assertThat(of(1, 0).verdict().isReproduced()).isTrue();
        assertThat(of(0, 1).verdict().isReproduced()).isFalse();
        assertThat(of(4, 1).verdict().isReproduced()).isTrue();
        assertThat(of(3, 2).verdict().isReproduced()).isFalse();
    }

    @Test
    void text_says_of_each_seed_whether_it_is_reproduced() {
        assertThat(new ReproductionRenderer(of(0, 1)).text())
                .contains("seed 1: not reproduced")
                .anyMatch(line -> line.startsWith("  (b) step 1500, G rests, D trained to D*")
                        && line.endsWith("JSD 0.0600  max |D - D*| 0.040  max |D - 1/2| 0.400"));
    }

    /** While D alone is trained, G stands still: to the bit the same p_g. */
    @Test
    @Tag("tensorflow")
    void the_panels_are_moments_of_one_run() {
        Figure1Result result = new Figure1("figure-1")
                .run(ReproductionRequest.of(
                        Extensions.onClassPath(),
                        folder,
                        "schedule.at=10",
                        "schedule.discriminator=10",
                        "schedule.generator=10",
                        "eval.every=10",
                        "steps=40",
                        "seed=2",
                        "runs=" + folder));
        Figure1Row row = result.rows().get(0);
        assertThat(row.seed()).isEqualTo(2);
        assertThat(row.panels()).extracting(PanelRow::step).containsExactly(10L, 20L, 30L, 40L);
        assertThat(row.panels().get(1).divergence())
                .isEqualTo(row.panels().get(0).divergence());
        assertThat(row.panels().get(2).divergence())
                .isNotEqualTo(row.panels().get(1).divergence());
        assertThat(result.verdict().isReproduced()).isFalse();
        assertThat(result.files()).hasSize(6).allSatisfy(file -> assertThat(file)
                .exists());
    }
}
