package org.gan4j.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.gan4j.api.experiment.Comparison.Row;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.store.CodePicture;
import org.gan4j.experiments.store.ComparisonRecord;
import org.gan4j.experiments.store.MetricControls;
import org.gan4j.experiments.store.RunEnding;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    /** Written once: most tests only read it. */
    @TempDir
    static Path shared;

    private static String report;

    @TempDir
    Path temp;

    private MadeUpRuns made;

    @BeforeAll
    static void writeOnce() throws IOException {
        report = Files.readString(Reports.write(new MadeUpRuns(shared).comparison()));
    }

    @BeforeEach
    void make() {
        made = new MadeUpRuns(temp);
    }

    /** What a reader sees where scripts are off: no style, no script, no markup; white space as one blank. */
    static String text(String html) {
        return html.replaceAll("(?s)<(style|script)\\b.*?</\\1>|<!--.*?-->", " ")
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ");
    }

    private static JsonNode drawn(String html) throws IOException {
        Matcher data =
                Pattern.compile("(?s)<script id=\"data\"[^>]*>(.*?)</script>").matcher(html);
        assertThat(data.find()).isTrue();
        return new ObjectMapper().readTree(data.group(1));
    }

    private static JsonNode chart(JsonNode drawn, String title) {
        return StreamSupport.stream(drawn.path("charts").spliterator(), false)
                .filter(chart -> chart.path("title").asText().startsWith(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no chart '" + title + "'"));
    }

    private static JsonNode curve(JsonNode chart, String label) {
        return StreamSupport.stream(chart.path("curves").spliterator(), false)
                .filter(curve -> curve.path("label").asText().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no curve '" + label + "'"));
    }

    @Test
    void the_conclusion_comes_first_and_the_table_has_the_numbers_of_the_comparison() throws IOException {
        String text = text(report);

        assertThat(text.indexOf("are not distinguishable")).isBetween(0, text.indexOf("Results"));
        assertThat(text)
                .contains("minimax 0.1234 none: n = 2 2 · 1 diverged")
                .contains("non-saturating 0.0567 0.0432 … 0.0702 3")
                .contains("no interval")
                .contains("minimax − non-saturating 0.0667 none: n = 2 none 2")
                .contains("0.01563 −0.01 … 0.04125 · includes 0 0.12 without correction 3");
    }

    @Test
    void a_run_that_diverged_is_named_with_its_reason() throws IOException {
        assertThat(text(report))
                .contains("1 run has not finished")
                .contains("minimax-seed3 : diverged at step 700 – loss/g became NaN in step 700");
    }

    @Test
    void settings_that_differ_are_told_and_the_equal_ones_are_folded() throws IOException {

        assertThat(text(report)).contains("The arms differ in loss only");
        assertThat(report.indexOf("What is the same in all runs")).isLessThan(report.indexOf("prior.size"));
    }

    @Test
    void provenance_and_protocols_are_there() throws IOException {
        assertThat(text(report))
                .contains("commit 3cb95f1", "tensorflow 2.18.0", "org.gan4j.losses.minimax", "gan train ")
                .contains("Jensen–Shannon divergence eval/jsd", "Measured on 10,000 generated samples against truth");
    }

    @Test
    void nothing_is_asked_of_anyone() throws IOException {

        String withoutComments = report.replaceAll("(?s)<!--.*?-->|/\\*!.*?\\*/", "");
        assertThat(withoutComments).doesNotContain("http://", "https://", "url(", "@import", "src=\"", "<link");
        assertThat(withoutComments).doesNotContain("localStorage", "sessionStorage", "fetch(", "XMLHttpRequest");
    }

    @Test
    void the_mean_and_the_band_of_a_curve_are_over_the_finished_runs_and_the_others_are_drawn_apart()
            throws IOException {
        JsonNode chart = chart(drawn(report), "D on real and on fake");

        JsonNode real = curve(chart, "minimax: real");
        double first = new RunFolder(shared.resolve("ring/minimax-seed1"))
                .metrics()
                .get("d/real")
                .values()[0];
        double second = new RunFolder(shared.resolve("ring/minimax-seed2"))
                .metrics()
                .get("d/real")
                .values()[0];
        assertThat(real.path("y").get(0).asDouble()).isCloseTo((first + second) / 2, Offset.offset(1e-5));
        assertThat(real.path("low").get(0).asDouble()).isCloseTo(Math.min(first, second), Offset.offset(1e-5));
        JsonNode apart = curve(chart, "seed 3 diverged");
        assertThat(apart.path("style").asText()).isEqualTo("thin");
        assertThat(apart.path("x").get(apart.path("x").size() - 1).asLong()).isEqualTo(MadeUpRuns.DIVERGED);
    }

    @Test
    void values_have_their_line_at_minus_log_4_and_probabilities_at_one_half() throws IOException {
        JsonNode drawn = drawn(report);

        // 2 log ½ = -1.3863
        assertThat(chart(drawn, "Value").path("references").get(0).path("y").asDouble())
                .isEqualTo(-Math.log(4));
        assertThat(chart(drawn, "D on real").path("references").get(0).path("y").asDouble())
                .isEqualTo(0.5);
    }

    @Test
    void both_gradients_at_the_same_parameters_are_in_one_chart_an_arm_on_the_same_logarithmic_axis()
            throws IOException {
        JsonNode drawn = drawn(report);

        JsonNode minimax = chart(drawn, "While training with minimax");
        assertThat(minimax.path("log").asBoolean()).isTrue();
        assertThat(minimax.path("range"))
                .isEqualTo(chart(drawn, "While training with non-saturating").path("range"));
        assertThat(curve(minimax, "under minimax").path("color").asInt()).isZero();
        assertThat(curve(minimax, "under non-saturating").path("color").asInt()).isEqualTo(1);
    }

    @Test
    void every_metric_has_a_chart_also_one_that_nobody_foresaw() throws IOException {

        assertThat(chart(drawn(report), "system/heap").path("curves")).hasSize(3);
        assertThat(report.split("data-chart=", -1))
                .hasSize(drawn(report).path("charts").size() + 1);
    }

    @Test
    void the_error_rates_are_told_in_a_sentence() throws IOException {
        Path run = made.run("minimax", 1, false);
        Files.writeString(
                new RunFolder(run).metricsCsv(),
                "step,millis,name,value\n10,1,d/false-positives,0.09\n10,1,d/false-negatives,0.04\n");

        // 9 % of the fakes pass, so 91 % are caught.
        assertThat(text(Files.readString(Reports.write(run))))
                .contains("At the end D catches 91\u00a0% of the fakes and rejects 4\u00a0% of the real examples.");
    }

    @Test
    void pictures_of_both_arms_stand_at_the_same_step_and_one_that_is_missing_is_explained() throws IOException {
        JsonNode gallery = drawn(report).path("gallery");

        assertThat(gallery.path("arms").toString()).isEqualTo("[\"minimax\",\"non-saturating\"]");
        JsonNode third = gallery.path("seeds").get(2);
        int last = third.path("steps").size() - 1;
        assertThat(third.path("steps").get(last).asLong()).isEqualTo(MadeUpRuns.STEPS);
        assertThat(third.path("pictures").get(last).get(0).asText()).isEmpty();
        assertThat(third.path("pictures").get(last).get(1).asText()).startsWith("data:image/png;base64,");
        assertThat(third.path("missing").get(0).asText()).isEqualTo("diverged at step 700");
    }

    @Test
    void what_the_codes_do_at_the_end_is_shown_where_a_run_has_codes() throws IOException {
        Path run = made.run("minimax", 1, false);
        assertThat(Files.readString(Reports.write(run))).doesNotContain("id=\"codes\"");
        for (long step : List.of(5L, 10L)) {
            Path picture = CodePicture.CLASSES.of(new RunFolder(run), step);
            Files.createDirectories(picture.getParent());
            Files.write(picture, new byte[] {(byte) step});
        }

        assertThat(Files.readString(Reports.write(run)))
                .contains("id=\"codes\"", "The same noise in a row, the same class in a column.")
                // The byte 10 in base 64: that of the last step.
                .contains("<img src=\"data:image/png;base64,Cg==\"")
                .doesNotContain("Two codes from -1 to 1");
    }

    @Test
    void the_nearest_training_pictures_of_the_last_step_are_shown_where_a_run_has_some() throws IOException {
        RunFolder run = new RunFolder(made.run("minimax", 1, false));
        assertThat(Files.readString(Reports.write(run.path()))).doesNotContain("id=\"neighbours\"");
        for (long step : List.of(5L, 10L)) {
            Files.createDirectories(run.neighbours(step).getParent());
            Files.write(run.neighbours(step), new byte[] {(byte) step});
        }

        assertThat(Files.readString(Reports.write(run.path())))
                .contains("id=\"neighbours\"", "Nearest training pictures")
                // The byte 10 in base 64: that of the last step.
                .contains("<img src=\"data:image/png;base64,Cg==\"");
    }

    @Test
    void the_chart_of_a_metric_has_lines_for_the_perfect_sampler_and_the_controls() throws IOException {
        RunFolder run = new RunFolder(made.run("minimax", 1, false));
        RunEnding ending = run.ending().orElseThrow();
        assertThat(chart(drawn(Files.readString(Reports.write(run.path()))), "Jensen")
                        .path("references"))
                .isEmpty();
        run.write(new RunEnding(
                ending.status(),
                ending.steps(),
                0,
                ending.weights(),
                ending.metrics(),
                List.of(new Measurement(
                        "eval/jsd", 0.05, 0.004, 10_000, "truth", Map.of(), Map.of(Measurement.PERFECT, 0.0056))),
                1,
                "",
                1));
        run.write(new MetricControls(List.of(
                new MetricControls.Control("eval/jsd", "uniform noise", 0.5),
                new MetricControls.Control("eval/jsd", "nothing", Double.NaN),
                new MetricControls.Control("eval/modes", "uniform noise", 3))));

        JsonNode drawn = drawn(Files.readString(Reports.write(run.path())));
        JsonNode lines = chart(drawn, "Jensen").path("references");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).path("label").asText()).isEqualTo("perfect sampler");
        assertThat(lines.get(0).path("y").asDouble()).isEqualTo(0.0056);
        assertThat(lines.get(1).path("label").asText()).isEqualTo("uniform noise");
        assertThat(lines.get(1).path("y").asDouble()).isEqualTo(0.5);
    }

    @Test
    void a_report_stays_small_though_the_pictures_are_large() throws IOException {
        Path run = made.run("minimax", 1, false);
        for (long step = 0; step < 100; step++) {
            Files.write(new RunFolder(run).samples(step), new byte[200_000]);
        }

        // 3 MB of pictures are 4 MB of text, and the rest is below 1 MB.
        assertThat(Files.size(Reports.write(run))).isBetween(2_000_000L, 5_000_000L);
    }

    @Test
    void hostile_names_are_shown_and_not_run() throws IOException {
        String hostile = "</script><script>alert('x')</script><img src=x onerror=alert(1)>";
        Path folder = made.run("minimax", 1, false);
        RunFolder run = new RunFolder(folder);
        Files.writeString(
                run.runJson(), Files.readString(run.runJson()).replace("\"minimax-seed1\"", "\"" + hostile + "\""));
        Files.writeString(run.metricsCsv(), "step,millis,name,value\n1,1," + hostile + ",0.5\n");

        String html = Files.readString(Reports.write(folder));

        assertThat(html).doesNotContain("<img", "<script>alert").contains("&lt;script&gt;alert");
        assertThat(chart(drawn(html), hostile).path("curves")).hasSize(1);
    }

    @Test
    void the_report_of_equal_arms_puts_them_in_no_order() throws IOException {
        Path comparison = made.comparison();
        new RunFolder(comparison)
                .write(new ComparisonRecord(
                        List.of("../minimax-seed1", "../non-saturating-seed1"),
                        MadeUpRuns.rows(),
                        MadeUpRuns.differences(),
                        "",
                        "Nothing can be concluded."));
        String html = Files.readString(ComparisonReport.write(comparison));

        assertThat(text(html))
                .doesNotContainPattern(
                        "(?i)\\b(better|worse|best|worst|higher|lower|more|less|greater|smaller|larger|faster|slower"
                                + "|wins?|beats?|ahead|behind|superior|outperforms?|improves?|first)\\b");
    }

    @Test
    void a_single_run_says_what_it_cannot_say() throws IOException {
        String text = text(Files.readString(Reports.write(made.run("minimax", 1, false))));

        assertThat(text)
                .contains("one run with one seed")
                .contains("Jensen–Shannon divergence eval/jsd aim ↓ 0.05 nats 0.004 10,000, truth, bins = 64")
                .doesNotContain("Paired differences", "95 % interval");
    }

    @Test
    void a_run_that_has_measured_nothing_yet_has_a_report() throws IOException {
        Path folder = made.run("minimax", 1, false);
        RunFolder run = new RunFolder(folder);
        Files.delete(run.outcomeJson());
        Files.delete(run.metricsCsv());

        assertThat(text(Files.readString(Reports.write(folder)))).contains("running · 0 steps");
    }

    @Test
    void a_comparison_in_which_no_run_came_to_a_value_says_so() throws IOException {
        Path comparison = made.comparison();
        new RunFolder(comparison)
                .write(new ComparisonRecord(
                        List.of(),
                        List.of(new Row("minimax", "", 0, 3, 0, Double.NaN, Double.NaN, Double.NaN, "")),
                        List.of(),
                        "",
                        "No run finished, so nothing can be claimed."));

        assertThat(text(Files.readString(ComparisonReport.write(comparison))))
                .contains("No run has a value minimax – none: n = 0 0 · 3 failed");
    }

    @Test
    void a_folder_that_is_no_run_or_a_comparison_whose_run_is_gone_is_named() throws IOException {
        Path comparison = made.comparison();
        Path gone = temp.resolve("ring/minimax-seed1");
        Files.delete(new RunFolder(gone).runJson());

        assertThatThrownBy(() -> Reports.write(comparison))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(gone.toString());
        assertThatThrownBy(() -> Reports.write(temp.resolve("none"))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ComparisonReport.write(temp.resolve("ring/minimax-seed2")))
                .hasMessageContaining("holds no comparison.json");
    }
}
