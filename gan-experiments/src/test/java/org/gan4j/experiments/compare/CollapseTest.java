package org.gan4j.experiments.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.experiments.run.Progress;
import org.gan4j.experiments.store.AlarmLog;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the collapse alarm on real training. docs/results/collapse-alarm.md has five collapsing and ten healthy runs. */
@Tag("tensorflow")
class CollapseTest {
    @TempDir
    Path runs;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final LocalRunner runner = Extensions.onClassPath()
            .instance(LocalRunner.class)
            .reportingTo(Progress.plain(new PrintStream(told, true, StandardCharsets.UTF_8), () -> 0));

    private Outcome train(String recipe, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("runs=" + runs);
        return runner.run(runner.resolve(recipe, all.toArray(String[]::new)).get(0));
    }

    @Test
    void a_generator_far_ahead_of_its_discriminator_raises_the_alarm_once_in_words() throws Exception {
        Outcome outcome = train("helvetica", "steps=500", "eval.every=100", "metrics=[]");

        RunFolder folder = RunFolder.open(outcome.folder());
        assertThat(AlarmLog.firstAlarm(folder.metrics())).isPresent();
        assertThat(told.toString(StandardCharsets.UTF_8)).containsOnlyOnce("collapse alarm at step ");
        assertThat(Files.readString(folder.report())).contains("The collapse alarm was on");
    }

    @Test
    void a_healthy_run_does_not_and_a_comparison_counts_none() {
        Comparison comparison = runner.compare(
                runner.resolve("gaussian-1d", "steps=1500", "eval.every=150", "metrics=[]", "seed=1", "runs=" + runs));

        assertThat(comparison.outcomes().get(0).metrics()).containsEntry(AlarmLog.METRIC, 0.0);
        assertThat(comparison.table()).contains("Collapse alarm, runs in which it was on: non-saturating in 0 of 1.");
        assertThat(told.toString(StandardCharsets.UTF_8)).doesNotContain("collapse alarm");
    }

    @Test
    void looking_at_counterfactual_gradients_metrics_and_signs_of_collapse_leaves_the_weights_as_they_are() {
        Outcome watched =
                train("ring", "steps=60", "eval.every=7", "probes=[minimax,non-saturating,blend]", "metrics=[modes]");
        Outcome unseen = train("ring", "steps=60", "eval.every=0", "probes=[]", "metrics=[]");

        assertThat(watched.metrics())
                .containsKeys("grad/g-cosine.minimax.non-saturating", "grad/g-sample.blend", "alarm/spread");
        assertThat(unseen.metrics().keySet()).noneMatch(name -> name.startsWith("grad/g-"));
        assertThat(watched.weights()).isNotEmpty().isEqualTo(unseen.weights());
    }
}
