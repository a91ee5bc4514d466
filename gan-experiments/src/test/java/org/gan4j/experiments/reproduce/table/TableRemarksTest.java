package org.gan4j.experiments.reproduce.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.api.metric.Measurement;
import org.junit.jupiter.api.Test;

class TableRemarksTest {
    private static Measurement score(String name, double value, double sigma, boolean edge) {
        return new Measurement(
                name, value, 1.5, 10_000, "test", Map.of(), Map.of("sigma", sigma, "sigmaAtEdge", edge ? 1.0 : 0.0));
    }

    private static MeasuredScores seeds(String dataset, String name, double... values) {
        List<Long> seeds = new ArrayList<>();
        List<Measurement> scores = new ArrayList<>();
        for (double value : values) {
            seeds.add((long) seeds.size() + 1);
            scores.add(score(name, value, 0.2, false));
        }
        return new MeasuredScores(dataset, seeds, scores, List.of());
    }

    @Test
    void the_papers_rows_are_those_of_its_table() {
        assertThat(PublishedScores.rows("mnist"))
                .extracting(TableRow::value)
                .containsExactly(138.0, 121.0, 214.0, 225.0);
        assertThat(PublishedScores.rows("mnist"))
                .extracting(TableRow::plusMinus)
                .containsExactly(2.0, 1.6, 1.1, 2.0);
        assertThat(PublishedScores.rows("mnist")).extracting(TableRow::kind).containsOnly(TableRow.Kind.IMAGES);
        assertThat(PublishedScores.rows("tfd"))
                .extracting(TableRow::value)
                .containsExactly(1909.0, 2110.0, 1890.0, 2057.0);
        assertThat(PublishedScores.rows("tfd")).extracting(TableRow::kind).containsOnly(TableRow.Kind.FOLDS);
    }

    @Test
    void one_run_has_the_papers_kind_of_deviation() {
        MeasuredScores one = seeds("mnist", "eval/parzen", 200);
        assertThat(one.row().plusMinus()).isEqualTo(1.5);
        assertThat(one.row().kind()).isEqualTo(TableRow.Kind.IMAGES);
        assertThat(one.seedRows()).isEmpty();
        assertThat(TableRemarks.of(one, List.of(one.row())))
                .singleElement()
                .asString()
                .contains("over test images, as in the paper")
                .contains("does not cover other seeds");
    }

    @Test
    void several_seeds_have_a_deviation_of_their_own_and_a_row_each() {
        MeasuredScores three = seeds("mnist", "eval/parzen", 199, 200, 201);
        // Deviations -1, 0, 1: a variance of 2 / (3 - 1).
        assertThat(three.row().value()).isEqualTo(200);
        assertThat(three.row().plusMinus()).isCloseTo(1, within(1e-12));
        assertThat(three.row().kind()).isEqualTo(TableRow.Kind.SEEDS);
        assertThat(three.seedRows()).extracting(TableRow::value).containsExactly(199.0, 200.0, 201.0);
        // t(0.975, 2) = 4.3027, over √3: 2.484.
        assertThat(TableRemarks.of(three, List.of()))
                .singleElement()
                .asString()
                .contains("between 3 seeds (95 % interval of the mean 197.5 … 202.5)")
                .contains("not what the paper's ± is");
        assertThat(TableRemarks.of(seeds("mnist", "eval/parzen", 1, 2), List.of())
                        .get(0))
                .contains("no interval is given below 3 seeds");
    }

    @Test
    void what_is_not_the_papers_is_said() {
        assertThat(TableRemarks.of(seeds("fashion-mini", "eval/parzen-v100-t100", 5), List.of()))
                .anySatisfy(remark -> assertThat(remark).contains("are of fashion-mini, the paper's of MNIST"))
                .anySatisfy(remark ->
                        assertThat(remark).contains("eval/parzen-v100-t100 and not the paper's eval/parzen "));
    }

    @Test
    void a_width_at_the_edge_is_warned_of() {
        TableRow edge = TableRow.of("mine", "ours", score("eval/parzen", 3, 0.1, true));
        assertThat(edge.sigmaAtEdge()).isTrue();
        assertThat(edge.sigma()).isEqualTo(0.1);
        assertThat(TableRemarks.of(seeds("mnist", "eval/parzen", 3), List.of(edge)))
                .anySatisfy(remark ->
                        assertThat(remark).startsWith("Warning: sigma of 'mine' sits at an edge of its grid (0.1000)"));
    }
}
