package org.gan4j.experiments.compare.conclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Comparison.Difference;
import org.gan4j.api.experiment.Comparison.Row;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.junit.jupiter.api.Test;

class CompareTest {
    private static final double T2 = 0.95 * Math.sqrt(2 / (1 - 0.95 * 0.95));

    private static Outcome run(
            long seed, Status status, String reason, Map<String, Double> metrics, String... settings) {
        Map<String, String> all = new TreeMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        Experiment experiment = MadeUpExperiments.of(seed, all);
        return new Outcome(experiment, Path.of("run"), status, 500, 0, "", metrics, 1000, reason);
    }

    private static Outcome run(long seed, Map<String, Double> metrics, String... settings) {
        return run(seed, Status.FINISHED, "", metrics, settings);
    }

    /** Seeds 1, 2, … of one loss with these values of eval/jsd. */
    private static List<Outcome> runs(String loss, double... values) {
        List<Outcome> runs = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            runs.add(run(i + 1, Map.of("eval/jsd", values[i]), "loss", loss));
        }
        return runs;
    }

    private static Comparison compare(List<List<Outcome>> arms) {
        return Compare.of(arms.stream().flatMap(List::stream).toList(), Path.of("folder"));
    }

    private static List<String> arms(Outcome... outcomes) {
        return Compare.of(List.of(outcomes), Path.of("folder")).rows().stream()
                .map(Row::arm)
                .toList();
    }

    @Test
    void rows_have_the_mean_and_interval_over_seeds() {
        Row row = compare(List.of(runs("minimax", 1, 2, 3), runs("non-saturating", 4, 4, 4)))
                .rows()
                .get(0);
        assertThat(row.arm()).isEqualTo("minimax");
        assertThat(row.metric()).isEqualTo("eval/jsd");
        assertThat(row.n()).isEqualTo(3);
        assertThat(row.mean()).isEqualTo(2);
        // As in IntervalTest: s = 1, half = t/√3
        assertThat(row.low()).isCloseTo(2 - T2 / Math.sqrt(3), within(1e-9));
        assertThat(row.high()).isCloseTo(2 + T2 / Math.sqrt(3), within(1e-9));
    }

    @Test
    void a_signal_that_has_no_meaning_for_an_arm_has_no_row_there() {
        Comparison comparison = Compare.of(
                List.of(
                        run(1, Map.of("value", -1.25, "loss/d", 1.0), "loss", "minimax"),
                        run(1, Map.of("logit/difference", 2.0, "loss/d", 1.0), "loss", "wasserstein"),
                        run(1, Status.DIVERGED, "", Map.of(), "loss", "hinge")),
                Path.of("folder"));
        assertThat(comparison.rows())
                .filteredOn(row -> row.metric().equals("value"))
                .extracting(Row::arm)
                .containsExactly("minimax", "hinge");
        assertThat(comparison.rows())
                .filteredOn(row -> row.metric().equals("logit/difference"))
                .extracting(Row::arm)
                .containsExactly("wasserstein", "hinge");
        assertThat(comparison.rows())
                .filteredOn(row -> row.metric().equals("loss/d"))
                .hasSize(3);
    }

    @Test
    void differences_are_paired_by_seed() {
        // a varies widely over seeds and b is always lower by 1, 1.25, 0.75: unpaired intervals overlap, paired ones do
        // not
        Comparison comparison = compare(List.of(runs("a", 10, 20, 30), runs("b", 9, 18.75, 29.25)));
        Difference difference = comparison.differences().get(0);
        assertThat(difference.a()).isEqualTo("a");
        assertThat(difference.b()).isEqualTo("b");
        assertThat(difference.n()).isEqualTo(3);
        assertThat(difference.mean()).isCloseTo(1, within(1e-9));
        // s of 1, 1.25, 0.75 is 0.25
        assertThat(difference.low()).isCloseTo(1 - T2 * 0.25 / Math.sqrt(3), within(1e-9));
        // t = 1 / (0.25/√3), t² = 48; with 2 degrees of freedom p = 1 - t/√(2 + t²) = 1 - √0.96 = 0.02020
        assertThat(comparison.conclusion())
                .isEqualTo("Can be claimed: eval/jsd of a is higher than of b by 1"
                        + " (n = 3, a - b [0.3790, 1.621], p = 0.02020).");
        assertThat(comparison.rows()).extracting(Row::group).containsExactly("a", "b");
    }

    @Test
    void order_of_the_cells_does_not_unpair_the_seeds() {
        List<Outcome> shuffled = new ArrayList<>(runs("b", 9, 18.75, 29.25));
        java.util.Collections.reverse(shuffled);
        Difference difference =
                compare(List.of(runs("a", 10, 20, 30), shuffled)).differences().get(0);
        assertThat(difference.mean()).isCloseTo(1, within(1e-9));
        assertThat(difference.low()).isCloseTo(1 - T2 * 0.25 / Math.sqrt(3), within(1e-9));
    }

    @Test
    void interval_that_includes_zero_is_no_claim() {
        // Differences -1, 0, 1.3: mean 0.1
        assertThat(compare(List.of(runs("a", 1, 2, 3), runs("b", 2, 2, 1.7))).conclusion())
                .startsWith("No difference can be claimed in: eval/jsd between a and b (n = 3, 0.1000 [-")
                .endsWith("includes 0).");
    }

    @Test
    void two_seeds_make_no_claim() {
        Comparison comparison = compare(List.of(runs("a", 1, 2), runs("b", 5, 6)));
        assertThat(comparison.differences().get(0).low()).isNaN();
        assertThat(comparison.conclusion())
                .isEqualTo("No difference can be claimed in: eval/jsd between a and b (no claim, n = 2: no interval).");
        assertThat(comparison.table()).contains("no interval: n = 2");
    }

    @Test
    void loss_against_itself_is_identical() {
        Comparison comparison = compare(List.of(runs("minimax", 1, 2, 3), runs("minimax", 1, 2, 3)));
        assertThat(comparison.differences())
                .containsExactly(new Difference("minimax", "minimax #2", "eval/jsd", 3, 0, 0, 0, 1, 1, 1, 0, 0));
        assertThat(comparison.conclusion())
                .isEqualTo("minimax and minimax #2 are identical: every metric is equal in every seed.");
    }

    @Test
    void runs_without_a_result_are_counted_and_named_and_in_no_mean() {
        List<Outcome> outcomes = new ArrayList<>(runs("a", 1, 2, 3));
        outcomes.add(run(4, Status.DIVERGED, "loss/d is NaN", Map.of("eval/jsd", 100.0), "loss", "a"));
        outcomes.add(run(5, Status.FAILED, "out of memory\nat line 2", Map.of(), "loss", "a"));
        outcomes.addAll(runs("b", 1, 2, 3, 4, 5));
        Comparison comparison = Compare.of(outcomes, Path.of("folder"));
        Row row = comparison.rows().get(0);
        assertThat(row.n()).isEqualTo(3);
        assertThat(row.failed()).isEqualTo(1);
        assertThat(row.diverged()).isEqualTo(1);
        assertThat(row.mean()).isEqualTo(2);
        assertThat(comparison.differences().get(0).n()).isEqualTo(3);
        assertThat(comparison.conclusion())
                .endsWith("Excluded from all means: a seed 4 (diverged at step 500: loss/d is NaN); a seed 5 (failed at"
                        + " step 500: out of memory).");
    }

    @Test
    void value_that_is_not_finite_is_left_out_and_named() {
        Comparison comparison = compare(List.of(runs("a", 1, Double.NaN, 3, 2), runs("b", 1, 2, 3, 4)));
        assertThat(comparison.rows().get(0).n()).isEqualTo(3);
        assertThat(comparison.differences().get(0).n()).isEqualTo(3);
        assertThat(comparison.conclusion())
                .endsWith("Excluded from all means: eval/jsd of a seed 2 (not a finite number).");
    }

    @Test
    void grid_in_which_nothing_finished_still_shows_what_became_of_it() {
        Comparison comparison = Compare.of(
                List.of(
                        run(1, Status.DIVERGED, "", Map.of(), "loss", "a"),
                        run(1, Status.FAILED, "disk full", Map.of(), "loss", "b")),
                Path.of("folder"));
        assertThat(comparison.rows()).extracting(Row::arm).containsExactly("a", "b");
        assertThat(comparison.rows()).extracting(Row::diverged).containsExactly(1, 0);
        assertThat(comparison.table()).contains("no metric");
        assertThat(comparison.conclusion())
                .isEqualTo("No run finished, so nothing can be claimed. Excluded from all means: a seed 1 (diverged at"
                        + " step 500); b seed 1 (failed at step 500: disk full).");
    }

    @Test
    void arms_are_named_by_the_settings_that_differ() {
        Map<String, Double> metrics = Map.of("eval/jsd", 1.0);
        assertThat(arms(
                        run(1, metrics, "loss", "minimax", "prior", "uniform", "prior.size", "10"),
                        run(1, metrics, "loss", "minimax", "prior", "uniform", "prior.size", "20")))
                .containsExactly("prior.size=10", "prior.size=20");
        assertThat(arms(
                        run(1, metrics, "loss", "minimax", "batch", "10"),
                        run(1, metrics, "loss", "non-saturating", "batch", "20")))
                .containsExactly("minimax batch=10", "non-saturating batch=20");
    }

    @Test
    void parameters_that_come_with_a_part_are_not_in_the_arms_name() {
        Map<String, Double> metrics = Map.of("eval/jsd", 1.0);
        assertThat(arms(run(1, metrics, "loss", "minimax"), run(1, metrics, "loss", "hinge", "loss.margin", "1")))
                .containsExactly("minimax", "hinge");
        assertThat(arms(
                        run(1, metrics, "loss", "hinge", "loss.margin", "1"),
                        run(1, metrics, "loss", "hinge", "loss.margin", "2")))
                .containsExactly("loss.margin=1", "loss.margin=2");
        assertThat(arms(
                        run(1, metrics, "loss", "minimax"),
                        run(1, metrics, "loss", "hinge", "loss.margin", "1"),
                        run(1, metrics, "loss", "hinge", "loss.margin", "2")))
                .containsExactly("minimax", "hinge loss.margin=1", "hinge loss.margin=2");
    }

    @Test
    void evaluations_come_first_and_times_are_not_compared() {
        Comparison comparison = compare(List.of(
                List.of(run(
                        1,
                        Map.of(
                                "loss/d",
                                1.0,
                                "eval/z",
                                2.0,
                                "d/fake",
                                1.0,
                                "value",
                                3.0,
                                "time/total",
                                9.0,
                                "eval/a",
                                1.0),
                        "loss",
                        "a")),
                List.of(run(1, Map.of("loss/d", 1.0), "loss", "b"))));
        assertThat(comparison.rows().stream().map(Row::metric).distinct())
                .containsExactly("eval/a", "eval/z", "value", "d/fake", "loss/d");
        assertThat(comparison.table()).contains("eval/a").doesNotContain("loss/d");
        // The other arm has no value, and says so with n = 0
        assertThat(comparison.rows().get(1))
                .isEqualTo(new Row("b", "eval/a", 0, 0, 0, Double.NaN, Double.NaN, Double.NaN, "a"));
    }

    @Test
    void table_lines_up_its_columns() {
        String table =
                compare(List.of(runs("a", 1, 2, 3), runs("bb", 2, 2, 1.7))).table();
        assertThat(table.lines())
                .startsWith(
                        "          n  failed  diverged  group    mean  95 % interval",
                        "eval/jsd", "  a       3       0         0      a       2  [-0.4841, 4.484]")
                .anyMatch(line -> line.startsWith("  a - bb  3                           0.1000  [-"));
    }

    @Test
    void difference_that_is_significant_only_for_itself_is_no_claim_among_many() {
        // a - b: 1, 1.25, 0.75 with p = 0.02020 as above. Of the six pairs of four arms it is one: 6 · 0.02020 =
        // 0.1212.
        Comparison comparison = compare(List.of(
                runs("a", 10, 20, 30), runs("b", 9, 18.75, 29.25), runs("c", 12, 18, 33), runs("d", 8, 22, 28)));
        assertThat(comparison.conclusion())
                .doesNotContain("Can be claimed", "higher", "lower", "better", "worse")
                .contains("[0.3790, 1.621] excludes 0, but p = 0.1212 after Holm over 6 tests");
        assertThat(comparison.rows()).extracting(Row::group).containsOnly("a");
    }

    @Test
    void one_arm_has_nothing_to_be_compared_with() {
        assertThat(compare(List.of(runs("a", 1, 2, 3))).conclusion())
                .isEqualTo("There is one arm, so there is nothing to compare.");
    }

    @Test
    void all_pairs_of_many_arms_are_in_the_result_and_those_to_the_first_in_the_table() {
        Comparison comparison =
                compare(List.of(runs("a", 1, 2, 3), runs("b", 2, 3, 4), runs("c", 3, 4, 5), runs("d", 4, 5, 6)));
        assertThat(comparison.differences()).hasSize(6);
        assertThat(comparison.table()).contains("a - d").doesNotContain("c - d");
    }
}
