package com.example;

import org.gan4j.api.algebra.Shape;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Glorot;
import org.gan4j.tensorflow.net.NetGraph;
import org.gan4j.tensorflow.net.TensorFlowNet;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** y = sin(ω·(x·V + c))·W + b: x [batch × n], V [n × width], W [width × m], y [batch × m]. */
@About(value = "one hidden layer of sines", source = "after Sitzmann et al. 2020, arXiv:2006.09661, section 3")
public record Sines(
        @Param(value = "64", min = 1, doc = "number of sines")
        int width,

        @Param(value = "3", min = 0, doc = "factor ω of all frequencies")
        double frequency)
        implements TensorFlowNet {
    @Override
    public Operand<TFloat32> build(NetGraph net, Operand<TFloat32> x, Shape output) {
        Shape input = net.shape(x).example();
        if (input.rank() != 1 || output.rank() != 1) {
            throw new IllegalArgumentException("sines turn vectors into vectors, not " + input + " into " + output);
        }
        Ops tf = net.tf();
        Operand<TFloat32> v = net.weights("in.weights", Shape.of(input.size(), width), new Glorot());
        Operand<TFloat32> c = net.weights("in.bias", Shape.of(width), new Constant(0));
        Operand<TFloat32> w = net.weights("out.weights", Shape.of(width, output.size()), new Glorot());
        Operand<TFloat32> b = net.weights("out.bias", Shape.of(output.size()), new Constant(0));
        Operand<TFloat32> phase = tf.math.mul(tf.math.add(tf.linalg.matMul(x, v), c), tf.constant((float) frequency));
        return tf.math.add(tf.linalg.matMul(tf.math.sin(phase), w), b);
    }
}
