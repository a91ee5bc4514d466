package org.gan4j.experiments.compare.conclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Comparison.Difference;
import org.gan4j.api.experiment.Comparison.Row;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.metric.Measurement;
import org.gan4j.experiments.store.RunEnding;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests made-up runs whose folders say how their values were measured. */
class IdentityTest {
    @TempDir
    Path temp;

    private static Measurement jsd(double value, int n, double cells, double perfect) {
        return new Measurement(
                "eval/jsd", value, 0.001, n, "truth", Map.of("cells", cells), Map.of("perfect", perfect));
    }

    private Outcome run(String loss, long seed, Measurement measured) {
        Experiment experiment = MadeUpExperiments.of(seed, Map.of("loss", loss));
        Path folder = temp.resolve(loss + seed);
        Map<String, Double> metrics = Map.of(measured.name(), measured.value(), "d/real", 0.5);
        Outcome outcome = new Outcome(experiment, folder, Status.FINISHED, 5, 0, "", metrics, 1, "");
        new RunFolder(folder).write(RunEnding.of(outcome, List.of(measured), 0));
        return outcome;
    }

    private List<Outcome> seeds(String loss, int n, double cells, double... values) {
        List<Outcome> runs = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            runs.add(run(loss, i + 1, jsd(values[i], n, cells, 0.5)));
        }
        return runs;
    }

    private Comparison compare(List<Outcome> a, List<Outcome> b) {
        List<Outcome> all = new ArrayList<>(a);
        all.addAll(b);
        return Compare.of(all, temp);
    }

    @Test
    void like_values_are_one_metric_and_what_a_perfect_sampler_gets_stands_below() {
        Comparison comparison = compare(seeds("a", 100, 8, 1, 2, 3), seeds("b", 100, 8, 4, 5, 6));
        assertThat(comparison.rows())
                .filteredOn(row -> row.metric().startsWith("eval/"))
                .extracting(Row::metric, Row::arm, Row::n, Row::mean)
                .containsExactly(
                        tuple("eval/jsd", "a", 3, 2.0),
                        tuple("eval/jsd", "b", 3, 5.0),
                        tuple("eval/jsd", "perfect sampler", 0, 0.5));
        assertThat(comparison.table()).containsPattern("perfect sampler +0\\.5000");
    }

    @Test
    void other_numbers_of_samples_are_never_averaged_or_subtracted() {
        List<Outcome> mixed = new ArrayList<>(seeds("a", 100, 8, 1, 2));
        mixed.add(run("a", 3, jsd(30, 50, 8, 0.7)));
        Comparison comparison = compare(mixed, seeds("b", 100, 8, 4, 5, 6));
        assertThat(comparison.rows())
                .filteredOn(row -> row.metric().startsWith("eval/"))
                .extracting(Row::metric, Row::arm, Row::n, Row::mean)
                .containsExactly(
                        tuple("eval/jsd [n 100]", "a", 2, 1.5),
                        tuple("eval/jsd [n 100]", "b", 3, 5.0),
                        tuple("eval/jsd [n 100]", "perfect sampler", 0, 0.5),
                        tuple("eval/jsd [n 50]", "a", 1, 30.0),
                        tuple("eval/jsd [n 50]", "perfect sampler", 0, 0.7));
        // Only seeds 1 and 2 have both: (1 - 4 + 2 - 5)/2
        assertThat(comparison.differences())
                .filteredOn(difference -> difference.metric().startsWith("eval/"))
                .extracting(Difference::metric, Difference::n, Difference::mean)
                .containsExactly(tuple("eval/jsd [n 100]", 2, -3.0));
        assertThat(comparison.conclusion())
                .contains("eval/jsd was measured under 2 protocols, which are not compared: n 100; n 50.")
                .doesNotContain("not a finite number");
    }

    @Test
    void arms_of_unlike_settings_have_no_difference() {
        Comparison comparison = compare(seeds("a", 100, 8, 1, 2, 3), seeds("b", 100, 16, 4, 5, 6));
        assertThat(comparison.differences()).extracting(Difference::metric).containsExactly("d/real");
        assertThat(comparison.conclusion()).contains("not compared: cells 16; cells 8.");
        assertThat(comparison.table()).contains("eval/jsd [cells 16]").contains("eval/jsd [cells 8]");
    }
}
