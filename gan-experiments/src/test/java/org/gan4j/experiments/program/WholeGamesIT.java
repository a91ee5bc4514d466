package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains whole games to their end. It takes minutes, and is a class of its own so that others can run meanwhile. */
class WholeGamesIT {
    @TempDir
    Path folder;

    @Test
    void one_gaussian_is_learned_from_most_seeds() {
        int learned = 0;
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            int seed = new SecureRandom().nextInt(1_000_000);
            JsonNode metrics = Program.in(folder)
                    .run("train", "gaussian-1d", "loss=non-saturating", "seed=" + seed, "--json", "--quiet")
                    .succeeded()
                    .json()
                    .get("metrics");
            // At the end of the game D says 1/2 everywhere, and both distributions are one.
            boolean settled = Math.abs(metrics.get("d/real").asDouble() - 0.5) < 0.05
                    && Math.abs(metrics.get("d/fake").asDouble() - 0.5) < 0.05
                    && metrics.get("eval/jsd").asDouble() < 0.02;
            learned += settled ? 1 : 0;
            seen.append("seed ").append(seed).append(": ").append(metrics).append('\n');
        }
        assertThat(learned).as(seen.toString()).isGreaterThanOrEqualTo(4);
    }
}
