package org.gan4j.experiments.library.metric.digit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.gan4j.experiments.library.metric.MemberMean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The score and the modes are what NumPy and SciPy compute from their definitions, on the same probabilities and counts. */
class NumpyDigitMetricsIT {
    private static final String DEFINITIONS = """
            import json, sys
            import numpy as np
            from scipy import stats
            p = np.loadtxt("p.csv", delimiter=",")
            kl = stats.entropy(p, p.mean(0)[None], axis=1)
            counts = np.loadtxt("counts.csv")
            json.dump({
                "score": np.exp(kl.mean()),
                "score error": np.exp(kl.mean()) * kl.std(ddof=1) / np.sqrt(len(p)),
                "modes": int((counts > 0).sum()),
                "divergence": stats.entropy(counts / counts.sum(), np.full(len(counts), 1 / len(counts))),
            }, sys.stdout)
            """;

    @TempDir
    Path folder;

    private JsonNode byNumpy() throws Exception {
        String python = System.getenv("GAN_PYTHON");
        if (python == null) {
            String reason = "GAN_PYTHON names no Python; it must have what .ci/requirements.txt lists";
            if ("required".equals(System.getenv("GAN_IT"))) {
                fail(reason);
            }
            Assumptions.abort(reason);
        }
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(python, "-c", DEFINITIONS)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
        return new ObjectMapper().readTree(out.toFile());
    }

    private static double[] shares(Random random) {
        double[] weights = random.doubles(DigitNet.DIGITS)
                .map(uniform -> Math.pow(uniform, 8))
                .toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    @Test
    void score_and_divergence_are_what_numpy_computes() throws Exception {
        Random random = new Random(1);
        double[][] read = new double[300][];
        Arrays.setAll(read, row -> shares(random));
        Files.writeString(
                folder.resolve("p.csv"),
                Arrays.stream(read)
                        .map(row -> Arrays.stream(row).mapToObj(String::valueOf).collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n")));
        // About a third of the modes are not reached.
        double[] counts = random.ints(1_000, -10, 20)
                .map(count -> Math.max(0, count))
                .asDoubleStream()
                .toArray();
        Files.writeString(
                folder.resolve("counts.csv"),
                Arrays.stream(counts).mapToObj(String::valueOf).collect(Collectors.joining("\n")));
        JsonNode numpy = byNumpy();

        MemberMean score = ClassifierScore.score(read);
        assertThat(score.value()).isEqualTo(numpy.get("score").asDouble(), within(1e-9));
        assertThat(score.error()).isEqualTo(numpy.get("score error").asDouble(), within(1e-9));
        ModeCounts modes = new ModeCounts(counts);
        assertThat(modes.covered()).isEqualTo(numpy.get("modes").asDouble());
        assertThat(modes.divergence()).isEqualTo(numpy.get("divergence").asDouble(), within(1e-9));
    }
}
