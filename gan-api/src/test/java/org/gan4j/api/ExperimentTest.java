package org.gan4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.api.part.Digest;
import org.gan4j.api.run.Experiment;
import org.junit.jupiter.api.Test;

class ExperimentTest {
    private static Experiment with(Map<String, String> settings) {
        return new Experiment(
                "ring",
                null,
                1,
                100,
                new Experiment.Budget(10, 0, 0),
                new Experiment.Cadence(0, 0, 0, 0),
                "cpu",
                Path.of("runs"),
                new TreeMap<>(settings));
    }

    @Test
    void it_prints_its_settings_a_line_each() {
        assertThat(with(Map.of("seed", "1", "loss", "minimax"))).hasToString("# ring\nloss: minimax\nseed: 1\n");
    }

    @Test
    void the_hash_is_that_of_the_settings_in_order() {
        assertThat(with(Map.of("seed", "1", "loss", "minimax")).hash())
                .isEqualTo(Digest.sha256("loss=minimax\nseed=1"));
    }

    @Test
    void what_cannot_change_a_result_is_no_part_of_the_hash() {
        String hash = with(Map.of("seed", "1")).hash();
        assertThat(with(Map.of(
                                "seed",
                                "1",
                                "runs",
                                "elsewhere",
                                "device",
                                "gpu:0",
                                "costly.every",
                                "3",
                                "report.every",
                                "5",
                                "checkpoint.every",
                                "7"))
                        .hash())
                .isEqualTo(hash);
        assertThat(with(Map.of("seed", "2")).hash()).isNotEqualTo(hash);
        assertThat(with(Map.of("seed", "1", "eval.every", "5")).hash()).isNotEqualTo(hash);
    }
}
