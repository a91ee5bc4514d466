package org.gan4j.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what a report draws besides curves: the game explained with the run's own numbers, and arms along a number. */
class DrawingsTest {
    @TempDir
    Path temp;

    private MadeUpRuns made;

    @BeforeEach
    void make() {
        made = new MadeUpRuns(temp);
    }

    @Test
    void a_run_shows_where_its_fakes_lie_on_the_slopes_of_the_losses_and_whether_its_game_is_zero_sum()
            throws IOException {
        String html = Files.readString(Reports.write(made.run("minimax", 1, false)));

        // All fakes are in one bin, from 0 to 1/4, then from -8 to -7.75; σ is 0.5 and 0.562177, then 0.00033535 and
        // 0.00043055.
        assertThat(ReportTest.text(html))
                .contains("Mean slope dL_G/da over the fakes: −0.5311 at first and −0.000383 at last under minimax")
                .contains("−0.4689 at first and −0.9996 at last under non-saturating")
                .contains("Under minimax the game is zero-sum")
                .contains("Algorithm 1 with k = 1")
                .contains("Discriminator discriminator=");
        assertThat(html.split("class=\"saturation\"", -1)).hasSize(3);
        String report = Files.readString(Reports.write(made.comparison()));
        assertThat(ReportTest.text(report))
                .contains("Under minimax the game is zero-sum")
                .contains("Under non-saturating the game is not zero-sum");
        assertThat(report.split("class=\"saturation\"", -1)).hasSize(3);
    }

    @Test
    void a_run_of_a_version_that_recorded_no_rules_has_a_report_without_them() throws IOException {
        Path run = made.run("minimax", 1, false);
        Files.delete(new RunFolder(run).rules());
        Files.delete(new RunFolder(run).logits());

        assertThat(ReportTest.text(Files.readString(Reports.write(run))))
                .contains("In the paper Type In this run")
                .doesNotContain("zero-sum", "Algorithm 1", "Mean slope");
    }

    @Test
    void a_comparison_along_a_number_has_a_plot_of_each_evaluation_and_the_plot_as_a_file() throws IOException {
        Path comparison = made.sweep(1, 10, 100);
        String html = Files.readString(Reports.write(comparison));

        assertThat(ReportTest.text(html))
                .contains("Along prior.size A ring is the last value")
                .contains("prior.size (logarithmic)");
        // Two evaluations; three sizes with two seeds each, of which two give no interval.
        assertThat(html.split("class=\"plot\"", -1)).hasSize(3);
        assertThat(html.split("class=\"run c0\"", -1)).hasSize(13);
        assertThat(html).doesNotContain("class=\"range c0\"");
        assertThat(comparison.resolve("artifacts/eval-jsd-by-prior.size.svg")).isNotEmptyFile();
        assertThat(Files.readString(Reports.write(made.run("minimax", 1, false))))
                .doesNotContain("class=\"plot\"");
    }
}
