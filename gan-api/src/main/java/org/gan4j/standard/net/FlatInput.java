package org.gan4j.standard.net;

import java.util.List;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.standard.layer.Reshape;

/** Turns examples into vectors, with which nets of dense layers begin. */
final class FlatInput {
    private FlatInput() {}

    /** Adds a reshape to vectors if examples are not vectors. */
    static void addTo(Shape example, List<Layer> layers) {
        if (example.rank() != 1) {
            layers.add(new Reshape(List.of(example.size())));
        }
    }
}
