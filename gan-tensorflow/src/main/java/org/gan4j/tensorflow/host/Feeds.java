package org.gan4j.tensorflow.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.tensorflow.graph.Nodes;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;

/** Values for the placeholders of one run of the session; owns native memory until it is closed. */
public final class Feeds implements AutoCloseable {
    private final Map<Operand<?>, Tensor> values = new LinkedHashMap<>();
    private final List<Tensor> owned = new ArrayList<>();

    public static Feeds none() {
        return new Feeds();
    }

    public Feeds with(Operand<?> placeholder, long value) {
        return put(placeholder, TInt64.scalarOf(value));
    }

    public Feeds with(Operand<?> placeholder, String value) {
        return put(placeholder, TString.scalarOf(value));
    }

    public Feeds with(Operand<?> placeholder, int[] values) {
        return put(placeholder, TInt32.vectorOf(values));
    }

    public Feeds with(Operand<?> placeholder, FloatTensor value) {
        return put(placeholder, TFloat32.tensorOf(Nodes.nativeShape(value.shape()), DataBuffers.of(value.values())));
    }

    public Feeds with(Operand<?> placeholder, Shape shape, byte[] bytes) {
        return put(placeholder, TUint8.tensorOf(Nodes.nativeShape(shape), DataBuffers.of(bytes)));
    }

    private Feeds put(Operand<?> placeholder, Tensor value) {
        owned.add(value);
        values.put(placeholder, value);
        return this;
    }

    void feed(Session.Runner runner) {
        values.forEach(runner::feed);
    }

    @Override
    public void close() {
        owned.forEach(Tensor::close);
        owned.clear();
    }
}
