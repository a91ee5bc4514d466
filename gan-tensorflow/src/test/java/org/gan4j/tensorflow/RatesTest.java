package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gan4j.api.experiment.Precision;
import org.gan4j.api.run.DeviceRates;
import org.gan4j.api.run.DeviceRates.Rate;
import org.gan4j.tensorflow.host.Devices;
import org.gan4j.tensorflow.host.MeasuredRates;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which rates of a device are measured. How high they are is not tested. */
@Tag("tensorflow")
class RatesTest {
    private static final int MEBI = 1 << 20;

    @Test
    void products_are_measured_in_float32_and_in_the_format_of_the_run_and_memory_after_them() {
        assertThat(measure(Precision.FLOAT32))
                .extracting(Rate::what)
                .containsExactly(
                        "product of two 16 × 16 matrices, float32",
                        // A float32 takes 4 bytes.
                        "sum of two arrays of 8 MiB in place");
        List<Rate> both = measure(Precision.BFLOAT16);
        assertThat(both)
                .extracting(Rate::what)
                .containsExactly(
                        "product of two 16 × 16 matrices, float32",
                        "product of two 16 × 16 matrices, bfloat16",
                        "sum of two arrays of 8 MiB in place");
        assertThat(both).extracting(Rate::unit).containsExactly("GFLOP/s", "GFLOP/s", "GB/s");
        assertThat(both).allSatisfy(rate -> assertThat(rate.amount()).isPositive());
    }

    private static List<Rate> measure(Precision precision) {
        return new MeasuredRates(Devices.of("cpu"), precision, 16, 2, 2 * MEBI).measure();
    }

    @Test
    void a_run_measures_them_without_any_change_to_its_training() {
        try (TensorFlowRun one = Experiments.open(Experiments.ring());
                TensorFlowRun other = Experiments.open(Experiments.ring())) {
            one.advance(2);
            assertThat(one.require(DeviceRates.class).measureRates()).hasSize(2);
            one.advance(2);
            other.advance(4);
            assertThat(one.weights()).isEqualTo(other.weights());
        }
    }
}
