package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gan4j.api.run.OperationTimes.OperationTime;
import org.gan4j.api.run.WeightDigest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("tensorflow")
class OperationTimesTest {
    @Test
    void a_step_that_is_timed_has_the_effect_of_any_other() {
        try (TensorFlowRun plain = Experiments.open(Experiments.ring());
                TensorFlowRun timed = Experiments.open(Experiments.ring())) {
            plain.advance(3);
            timed.advance(1);
            timed.timeStep();
            timed.timeStep();
            assertThat(timed.step()).isEqualTo(3);
            assertThat(WeightDigest.sha256(timed.weights())).isEqualTo(WeightDigest.sha256(plain.weights()));
        }
    }

    /** Algorithm 1 changes both players' four tensors in a step, each by one kernel of Adam. */
    @Test
    void each_operation_of_a_step_has_its_kind_and_time() {
        try (TensorFlowRun run = Experiments.open(Experiments.ring())) {
            List<OperationTime> times = run.timeStep();
            assertThat(times)
                    .filteredOn(time -> time.kind().equals("ResourceApplyAdam"))
                    .hasSize(8);
            assertThat(times).allMatch(time -> time.nanoseconds() >= 0);
            assertThat(times).extracting(OperationTime::kind).allMatch(kind -> kind.matches("\\w+"));
        }
    }
}
