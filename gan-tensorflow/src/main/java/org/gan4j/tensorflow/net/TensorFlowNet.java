package org.gan4j.tensorflow.net;

import org.gan4j.api.algebra.Shape;
import org.gan4j.api.part.ExtensionPoint;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A net written against TensorFlow's own operations, for what the algebra does not have. The generator and the discriminator
 * {@code tensorflow} take one by name. What is written so trains on this backend alone, and no law is checked without it.
 *
 * <p>{@link #build} runs once for each place where the net is used, and the same weights serve all of them, because they are asked
 * for by name. A net is an immutable record; the same arguments give equal sub-graphs.
 *
 * <p>Derivatives are TensorFlow's. An operation that has none is named when the experiment is opened.
 */
public interface TensorFlowNet {
    /** The point that nets are contributed to, with {@code contribute(TensorFlowNet.POINT, name, type)}. */
    ExtensionPoint<TensorFlowNet> POINT = new ExtensionPoint<>(
            "tensorflow.net",
            TensorFlowNet.class,
            "a net in TensorFlow's own operations",
            "0.1",
            "generator=tensorflow generator.net=NAME",
            false);

    /**
     * Adds the net's operations to the graph.
     *
     * @param net    what it is built with
     * @param x      [batch × input]
     * @param output the shape of one example of the result: that of the data for a generator, one logit for a discriminator
     * @return [batch × output], in terms of x
     * @throws IllegalArgumentException if the input does not fit; the message says what was expected
     */
    Operand<TFloat32> build(NetGraph net, Operand<TFloat32> x, Shape output);

    /** Returns the same as {@link org.gan4j.api.net.Layer#separatesExamples}. */
    default boolean separatesExamples() {
        return true;
    }
}
