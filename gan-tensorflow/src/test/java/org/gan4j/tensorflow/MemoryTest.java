package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.Pointer;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("tensorflow")
class MemoryTest {
    private static final int MEBI = 1 << 20;

    @Test
    void what_goes_into_and_comes_out_of_the_session_is_given_back() {
        try (TensorFlowRun run =
                Experiments.ring().dataset(new RandomImages(100, 8192)).open()) {
            FloatTensor big = new FloatTensor(Shape.of(1000, 8192), new float[1000 * 8192]);
            run.score(big);
            System.gc();
            long before = Pointer.physicalBytes();
            for (int i = 0; i < 40; i++) {
                run.score(big);
                run.real(1000, "x");
            }
            System.gc();
            // Each round passes 31 MiB in and 31 MiB out of native memory: kept, they would be 2,500 MiB.
            assertThat((Pointer.physicalBytes() - before) / MEBI).isLessThan(1000);
        }
    }
}
