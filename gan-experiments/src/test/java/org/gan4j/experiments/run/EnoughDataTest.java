package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.api.data.Split;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.library.data.own.HashSplit;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A metric for which data have too few examples is refused before anything is trained. */
class EnoughDataTest {
    @TempDir
    Path folder;

    private Games games;

    @BeforeEach
    void open() {
        games = new Games(folder.resolve("runs"));
    }

    private Experiment onPoints(int count, String metrics, String... more) throws IOException {
        Path file = folder.resolve("points.csv");
        Files.writeString(
                file,
                IntStream.range(0, count).mapToObj(i -> i + "," + -i + "\n").collect(Collectors.joining()));
        List<String> settings = Stream.concat(
                        Stream.of("dataset=points", "dataset.file=" + file, "metrics=" + metrics, "batch=2"),
                        Stream.of(more))
                .toList();
        return games.cells(settings.toArray(String[]::new)).get(0);
    }

    @Test
    void too_few_held_out_examples_are_refused_before_a_run_begins() throws IOException {
        // The third nearest other point needs four points, the fifth needs six; pairs of points need two.
        int held = HashSplit.rows(40, Split.TEST).length;
        assertThat(held).isEqualTo(1);
        Experiment small = onPoints(40, "[precision-recall,density-coverage,kid,ndb,memorisation]");

        assertThatThrownBy(() -> games.runner().run(small))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(String.join(
                        "\n",
                        "metric precision-recall: it needs at least 4 examples of the test split, which has " + held,
                        "metric density-coverage: it needs at least 6 examples of the test split, which has " + held,
                        "metric kid: it needs at least 2 examples of the test split, which has " + held,
                        "metric ndb: bins=100 needs as many training examples, and it uses " + held));
        assertThat(RunFolder.below(folder.resolve("runs"))).isEmpty();
    }

    @Test
    void a_split_without_examples_is_refused_before_a_run_begins() throws IOException {
        assertThat(HashSplit.rows(4, Split.TEST)).isEmpty();
        Experiment tiny = onPoints(4, "[kid]");
        assertThatThrownBy(() -> games.runner().run(tiny))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("dataset.file: none of the 4 examples falls into the test split");
    }

    @Test
    void choices_by_few_validation_examples_are_refused_before_a_run_begins() throws IOException {
        int held = HashSplit.rows(400, Split.VALIDATION).length;
        Experiment small = onPoints(400, "[parzen]", "metrics.parzen.split=validation");
        assertThatThrownBy(() -> games.runner().run(small))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("metric parzen: split=validation needs more than the 1000 validation examples that choose"
                        + " sigma; there are " + held);
    }
}
