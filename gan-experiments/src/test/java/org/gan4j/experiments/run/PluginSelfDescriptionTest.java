package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.metric.MetricInfo.Aim;
import org.gan4j.api.part.Param;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.track.RunRecord;
import org.gan4j.experiments.ExperimentsModule;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.compare.tuning.TunedComparison;
import org.gan4j.experiments.compare.tuning.TuningRequest;
import org.gan4j.experiments.mlflow.page.SavedViews;
import org.gan4j.experiments.report.RunReport;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.TuningRecord;
import org.gan4j.registry.Extensions;
import org.gan4j.registry.Plugin;
import org.gan4j.standard.StandardModule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A metric and a loss of a plug-in look like built-in ones wherever they are shown or judged. */
class PluginSelfDescriptionTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A metric that looks at no split, one that looks at the test split, and one that looks at either. */
    static final class Plug extends GanModule {
        @Override
        protected void configure() {
            loss("mine", Mine.class);
            metric("warmth", Warmth.class);
            metric("peek", Peek.class);
            metric("held", Held.class);
        }
    }

    record Mine() implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            return d.fake().mean();
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return d.fake().mean();
        }
    }

    record Warmth(@Param(value = "10", doc = "samples") int samples) implements Metric {
        @Override
        public List<MetricInfo> info() {
            return List.of(
                    new MetricInfo("eval/warmth", "Warmth", "How warm the samples are.", "kelvin", Aim.HIGHER, false));
        }

        @Override
        public List<Measurement> measure(Subject subject) {
            return List.of(new Measurement("eval/warmth", 300, 1, samples, "truth", Map.of())
                    .under(samples == 10 ? "" : "n" + samples));
        }
    }

    record Peek() implements Metric {
        @Override
        public List<MetricInfo> info() {
            return List.of(new MetricInfo("eval/peek", "Peek", "Looks at the test split.", "", Aim.LOWER, true));
        }

        @Override
        public List<Measurement> measure(Subject subject) {
            return List.of(new Measurement("eval/peek", 1, 1, 10, "test", Map.of()));
        }
    }

    record Held(
            @Param(value = "true", doc = "whether the test split is looked at")
            boolean test) implements Metric {
        @Override
        public List<MetricInfo> info() {
            return List.of(new MetricInfo("eval/held", "Held", "Looks at held-out data.", "", Aim.LOWER, test));
        }

        @Override
        public Optional<Metric> onValidation() {
            return Optional.of(new Held(false));
        }

        @Override
        public List<Measurement> measure(Subject subject) {
            return List.of(new Measurement("eval/held", 1, 1, 10, test ? "test" : "validation", Map.of())
                    .under(test ? "" : "validation"));
        }
    }

    @TempDir
    Path runs;

    private LocalRunner runner;

    @BeforeEach
    void open() {
        runner = Extensions.of(
                        List.of(
                                new Plugin(new StandardModule()),
                                new Plugin(new ExperimentsModule()),
                                new Plugin(new FakeBackend.Module()),
                                new Plugin(new Games.Losses()),
                                new Plugin(new Plug())),
                        List.of(),
                        List.of())
                .instance(LocalRunner.class)
                .reportingTo(Progress.none());
    }

    private String[] settings(String... more) {
        String[] all = Stream.concat(Stream.of("loss=mine", "probes=[one,mine]"), Stream.of(more))
                .toArray(String[]::new);
        return new Games(runs).settings(all).toArray(String[]::new);
    }

    private Outcome run(String metrics) {
        return runner.run(runner.resolve("gaussian-1d", settings(metrics)).get(0));
    }

    private static JsonNode charts(String html) throws IOException {
        Matcher data =
                Pattern.compile("(?s)<script id=\"data\"[^>]*>(.*?)</script>").matcher(html);
        assertThat(data.find()).isTrue();
        return JSON.readTree(data.group(1)).path("charts");
    }

    private static JsonNode find(JsonNode nodes, String field, String start) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .filter(node -> node.path(field).asText().startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError(field + " " + start + " is not in " + nodes));
    }

    @Test
    void the_report_shows_title_meaning_unit_direction_and_a_chart() throws IOException {
        Outcome outcome = run("metrics=[wasserstein,warmth]");
        String html = Files.readString(new RunFolder(outcome.folder()).report());

        // What a run measured is described in its folder: no plug-in is needed to make the report again.
        RunReport.write(outcome.folder());
        assertThat(Files.readString(new RunFolder(outcome.folder()).report())).isEqualTo(html);
        assertThat(html)
                .contains("Warmth <code>eval/warmth</code><span class=\"aim\">aim ↑</span>")
                .contains("Wasserstein distance <code>eval/wasserstein</code><span class=\"aim\">aim ↓</span>")
                .contains("<strong>300 kelvin</strong>")
                .contains("<dt>Warmth <code>eval/warmth</code></dt><dd>How warm the samples are. Unit: kelvin.");
        JsonNode plugged = find(charts(html), "title", "Warmth ↑ · eval/warmth");
        JsonNode builtIn = find(charts(html), "title", "Wasserstein distance ↓ · eval/wasserstein");
        assertThat(plugged.path("note").asText()).isEqualTo("How warm the samples are. Unit: kelvin.");
        assertThat(plugged.path("curves").size())
                .isEqualTo(builtIn.path("curves").size());
        JsonNode gradients = find(charts(html), "title", "While training with");
        assertThat(gradients.path("curves").findValuesAsText("label")).containsExactly("under mine", "under one");
    }

    @Test
    void another_protocol_has_the_same_description_and_says_what_departs() throws IOException {
        Outcome outcome =
                runner.run(runner.resolve("gaussian-1d", settings("metrics=[warmth]", "metrics.warmth.samples=5"))
                        .get(0));

        String html = Files.readString(new RunFolder(outcome.folder()).report());
        assertThat(outcome.metrics()).containsEntry("eval/warmth-n5", 300.0);
        assertThat(find(charts(html), "title", "Warmth (n5) ↑ · eval/warmth-n5")
                        .path("note")
                        .asText())
                .contains("do not compare with those of another protocol");
    }

    @Test
    void mlflows_saved_view_draws_every_metric_and_every_probe() throws IOException {
        RunRecord record = new RunFolder(run("metrics=[wasserstein,warmth]").folder()).record();
        JsonNode view = JSON.readTree(
                SavedViews.tags(record, 0, Map.of(), 5000).get("mlflow.sharedViewState." + SavedViews.LOSSES));
        JsonNode charts = JSON.readTree(view.path("state").asText()).path("compareRunCharts");

        JsonNode plugged = find(charts, "displayName", "Warmth, kelvin ↑");
        JsonNode builtIn = find(charts, "displayName", "Wasserstein distance ↓");
        assertThat(plugged.toString().replace("warmth", "wasserstein").replace("Warmth, kelvin ↑", "x"))
                .isEqualTo(builtIn.toString().replace("Wasserstein distance ↓", "x"));
        assertThat(find(charts, "displayName", "Generator’s gradient").path("selectedMetricKeys"))
                .extracting(JsonNode::asText)
                .containsExactly("grad/g.one", "grad/g.mine");
    }

    private TuningRequest tuning(String metrics) {
        return TuningRequest.of(
                Stream.of(Stream.of("gaussian-1d"), Stream.of(settings(metrics)), Stream.of("tune.rate=0.25,0.5"))
                        .flatMap(part -> part)
                        .toList());
    }

    private TuningRecord tuned(String metrics) {
        TuningRequest request = tuning(metrics);
        Path made = new TunedComparison(runner)
                .compare(request, runner.resolve("gaussian-1d", settings(metrics)), List.of())
                .folder();
        return new RunFolder(made).comparison().orElseThrow().tuning();
    }

    @Test
    void a_rate_is_chosen_in_the_direction_that_the_metric_says() {
        TuningRecord tuning = tuned("metrics=[warmth,wasserstein]");

        assertThat(tuning.metric()).isEqualTo("eval/warmth");
        assertThat(tuning.goal()).isEqualTo("highest");
        assertThat(tuning.arms().get(0).tried())
                .extracting(TuningRecord.Tried::mean)
                .containsExactly(300.0, 300.0);
    }

    @Test
    void a_metric_that_looks_at_the_test_split_chooses_no_rate() {
        assertThatThrownBy(() -> tuned("metrics=[peek,warmth]"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("eval/peek looks at the test split")
                .hasMessageContaining("choose another with tune.metric, such as eval/warmth");
    }

    @Test
    void a_metric_that_offers_the_validation_split_chooses_there_and_is_compared_on_the_test_split() {
        TuningRequest request = tuning("metrics=[held]");
        assertThat(new TunedComparison(runner)
                        .sweep(request, runner.resolve("gaussian-1d", settings("metrics=[held]"))))
                .hasSize(6)
                .allSatisfy(cell -> assertThat(cell.settings()).containsEntry("metrics.held.test", "false"));

        TuningRecord tuning = tuned("metrics=[held]");
        assertThat(tuning.metric()).isEqualTo("eval/held");
        assertThat(tuning.arms().get(0).tried())
                .extracting(TuningRecord.Tried::mean)
                .containsExactly(1.0, 1.0);
    }
}
