package org.gan4j.standard.net;

import java.util.List;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.standard.layer.Reshape;

/** Nets of dense layers begin with vectors. */
final class FlatInput {
    private FlatInput() {}

    /** Adds a reshape to vectors where examples are none. */
    static void addTo(Shape example, List<Layer> layers) {
        if (example.rank() != 1) {
            layers.add(new Reshape(List.of(example.size())));
        }
    }
}
