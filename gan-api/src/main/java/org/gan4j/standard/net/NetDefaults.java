package org.gan4j.standard.net;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.binding.Defaults;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Glorot;
import org.gan4j.standard.initializer.Uniform;
import org.gan4j.standard.layer.activation.Identity;
import org.gan4j.standard.layer.activation.LeakyRelu;
import org.gan4j.standard.layer.activation.Relu;

/** Nets whose parameters have their defaults. */
final class NetDefaults {
    private static final Map<String, Class<?>> PARTS = Map.of(
            "relu", Relu.class,
            "leaky-relu", LeakyRelu.class,
            "identity", Identity.class,
            "glorot", Glorot.class,
            "uniform", Uniform.class,
            "constant", Constant.class);

    private NetDefaults() {}

    static <R> R of(Class<R> net) {
        return Defaults.of(net, PARTS);
    }

    static List<Integer> list(int... widths) {
        return IntStream.of(widths).boxed().toList();
    }
}
