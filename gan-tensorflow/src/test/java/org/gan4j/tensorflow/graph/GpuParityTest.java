package org.gan4j.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.NetSpec;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Glorot;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.Maxout;
import org.gan4j.standard.layer.activation.LeakyRelu;
import org.gan4j.tensorflow.host.Device;
import org.gan4j.tensorflow.host.Devices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A first look at a GPU: it is found, and computes what the processor does. */
@Tag("tensorflow")
@Tag("gpu")
class GpuParityTest {
    private Device gpu;

    @BeforeEach
    void needs_a_gpu() {
        gpu = Devices.of("auto");
        assumeTrue(gpu.gpu() >= 0, () -> "no GPU here; TensorFlow sees " + Devices.names());
    }

    @Test
    void a_net_with_its_derivatives() {
        NetSpec net = NetSpec.of(List.of(
                new Dense(6, new Glorot(), new Constant(0.1)), new LeakyRelu(0.2), new Maxout(4, 3, new Normal(0.5))));
        new Parity(gpu).check(new LayerParityTest.Applied(net), Parity.random(Shape.of(5, 3), 2));
    }

    @Test
    void draws_of_uniform_noise_are_those_of_the_processor() {
        try (Bench here = Bench.onCpu();
                Bench there = new Bench(gpu, 1)) {
            assertThat(draw(there)).isEqualTo(draw(here));
        }
    }

    private static double[] draw(Bench bench) {
        Stream stream = bench.streams.of("u", bench.nodes.constant(0L));
        return bench.fetch(stream.uniform(0, bench.nodes.ints(1000))).values();
    }
}
