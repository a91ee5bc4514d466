package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.api.run.WeightDigest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("tensorflow")
class TrainingTest {
    @Test
    void equal_seeds_give_equal_weights_after_500_steps_twice_in_one_process() {
        assertThat(weightsAfter(500, 1)).isEqualTo(weightsAfter(500, 1)).isNotEqualTo(weightsAfter(500, 2));
    }

    private static String weightsAfter(long steps, long seed) {
        try (TensorFlowRun run = Experiments.open(Experiments.ring().seed(seed))) {
            run.advance(steps);
            return WeightDigest.sha256(run.weights());
        }
    }
}
