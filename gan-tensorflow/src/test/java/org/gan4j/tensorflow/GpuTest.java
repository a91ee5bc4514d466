package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import org.gan4j.api.run.WeightDigest;
import org.gan4j.standard.schedule.Algorithm1;
import org.gan4j.tensorflow.host.Devices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains the paper's pair for MNIST on a GPU. */
@Tag("tensorflow")
@Tag("gpu")
class GpuTest {
    @TempDir
    Path folder;

    @BeforeEach
    void needs_a_gpu() {
        assumeTrue(Devices.of("auto").gpu() >= 0, () -> "no GPU here; TensorFlow sees " + Devices.names());
    }

    @Test
    void steps_are_made_saved_and_resumed() {
        try (TensorFlowRun run =
                Experiments.open(StepBenchmark.paper(new Algorithm1(1)).device("gpu:0"))) {
            assertThat(run.device()).startsWith("gpu:0");
            Map<String, Double> signals = run.advance(20);
            assertThat(signals.values()).allMatch(Double::isFinite);
            run.save(folder.resolve("step-20"));
            String weights = WeightDigest.sha256(run.weights());
            run.advance(1);
            run.restore(folder.resolve("step-20"));
            assertThat(WeightDigest.sha256(run.weights())).isEqualTo(weights);
        }
    }
}
