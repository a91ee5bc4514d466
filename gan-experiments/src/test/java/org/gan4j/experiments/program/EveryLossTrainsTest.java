package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.Loss;
import org.gan4j.api.metric.TrainingSignals;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.program.command.GanLine;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every loss trains {@code ring} from the command line, and the signals that have a meaning for it are measured. */
@Tag("tensorflow")
class EveryLossTrainsTest {
    private static final Extensions EXTENSIONS = Extensions.onClassPath();
    private static final List<String> SIGNALS = Stream.of(LogitMeaning.PROBABILITY, LogitMeaning.boundaryAt(0))
            .flatMap(logits -> TrainingSignals.ofLogits(logits).stream())
            .toList();

    @TempDir
    Path runs;

    static Stream<List<String>> losses() {
        Stream<List<String>> all = EXTENSIONS.contributions(Loss.POINT.id()).stream()
                .map(Contribution::name)
                .map(List::of);
        Stream<List<String>> divergences = Stream.of(
                        "reverse-kl",
                        "pearson",
                        "neyman",
                        "squared-hellinger",
                        "jensen-shannon",
                        "gan",
                        "total-variation",
                        "jeffrey",
                        "alpha")
                .map(divergence -> List.of("f-divergence", "divergence", divergence));
        Stream<List<String>> others = Stream.of(
                List.of("relativistic-average", "of", "least-squares"), List.of("relativistic-average", "of", "hinge"));
        return Stream.of(all, divergences, others).flatMap(losses -> losses);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void fifty_steps(List<String> loss) throws IOException {
        List<String> line = new ArrayList<>(List.of("train", "ring", "loss=" + loss.get(0)));
        if (loss.size() > 1) {
            line.add("loss." + loss.get(1) + "=" + loss.get(2));
        }
        if (built(loss).needsEnergies()) {
            line.add("discriminator=auto-encoder");
        }
        line.addAll(List.of(
                "steps=50", "batch=16", "report.every=50", "metrics=[]", "probes=[]", "runs=" + runs, "--json"));
        GanLine gan = new GanLine();

        assertThat(gan.run(line.toArray(String[]::new))).as(gan.err()).isZero();

        JsonNode outcome = new ObjectMapper().readTree(gan.out());
        assertThat(outcome.get("status").asText()).isEqualTo("finished");
        assertThat(SIGNALS.stream().filter(outcome.get("metrics")::has))
                .hasSameElementsAs(TrainingSignals.ofLogits(built(loss).logits()));
    }

    private static Loss built(List<String> loss) {
        Setting name = new Setting.Text(loss.get(0), "");
        Map<String, Setting> fields = loss.size() == 1
                ? Map.of("name", name)
                : Map.of("name", name, loss.get(1), new Setting.Text(loss.get(2), ""));
        return EXTENSIONS
                .part(Loss.POINT, "loss", new Setting.Fields(fields, ""), new Problems())
                .orElseThrow()
                .value();
    }
}
