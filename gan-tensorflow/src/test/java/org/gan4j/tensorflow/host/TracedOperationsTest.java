package org.gan4j.tensorflow.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.api.run.OperationTimes.OperationTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.DeviceStepStats;
import org.tensorflow.proto.NodeExecStats;
import org.tensorflow.proto.StepStats;

@Tag("tensorflow")
class TracedOperationsTest {
    /** Each operation starts 5 ns after it was scheduled and ends at 12 ns. */
    private static final long NANOSECONDS = 7;

    private static NodeExecStats node(String name, String label) {
        return NodeExecStats.newBuilder()
                .setNodeName(name)
                .setTimelineLabel(label)
                .setOpStartRelNanos(5)
                .setOpEndRelNanos(12)
                .build();
    }

    @Test
    void the_kind_of_an_operation_is_in_its_label_also_after_the_memory_that_it_took() {
        StepStats stats = StepStats.newBuilder()
                .addDevStats(DeviceStepStats.newBuilder()
                        .addNodeStats(node("a/MatMul_1", "a/MatMul_1 = _MklMatMul(x, y)"))
                        .addNodeStats(node("Relu_1", "[cpu 0.1MB 0.2MB] Relu_1 = _FusedMatMul(x, w, b)"))
                        .addNodeStats(node("Mul", "[cpu 0.1MB] [gpu_host_bfc 1.0MB 2.0MB] Mul = Mul(x,\ny)"))
                        .addNodeStats(node("copy", "edge_7_z")))
                .build();
        assertThat(TracedOperations.of(stats))
                .containsExactly(
                        new OperationTime("_MklMatMul", "a/MatMul_1", NANOSECONDS),
                        new OperationTime("_FusedMatMul", "Relu_1", NANOSECONDS),
                        new OperationTime("Mul", "Mul", NANOSECONDS),
                        new OperationTime("copy", "copy", NANOSECONDS));
    }
}
