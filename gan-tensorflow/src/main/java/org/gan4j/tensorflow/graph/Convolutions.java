package org.gan4j.tensorflow.graph;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.algebra.Shape;
import org.gan4j.plain.shape.ImageShapes;
import org.tensorflow.Operand;
import org.tensorflow.OperationBuilder;
import org.tensorflow.Output;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Operations on images, [batch × height × width × channels]. Edges are padded by separate operations, because
 * TensorFlow has no derivative of a convolution, or of a maximum, with explicit padding.
 */
final class Convolutions {
    private static final String VALID = "VALID";
    /** A number lower than any value; an infinite one would be multiplied by 0 on some devices. */
    private static final double LOWEST = -Float.MAX_VALUE;

    private final Nodes nodes;
    private final Products products;

    Convolutions(Nodes nodes, Products products) {
        this.nodes = nodes;
        this.products = products;
    }

    Operand<TFloat32> convolved(Operand<TFloat32> x, Operand<TFloat32> kernel, int stride, int pad) {
        ImageShapes.convolved(Nodes.shape(x), Nodes.shape(kernel), stride, pad);
        Operand<TFloat32> padded = pad == 0 ? x : nodes.op("Pad", x, edges(pad, pad, pad));
        return products.result(moving(
                nodes.builder("Conv2D").addInput(products.factor(padded)).addInput(products.factor(kernel)), stride));
    }

    Operand<TFloat32> transposed(Operand<TFloat32> x, Operand<TFloat32> kernel, int stride, int pad) {
        Shape from = Nodes.shape(x);
        Shape to = ImageShapes.transposed(from, Nodes.shape(kernel), stride, pad);
        Shape whole = ImageShapes.transposed(from, Nodes.shape(kernel), stride, 0);
        Output<TFloat32> spread = products.result(moving(
                nodes.builder("Conv2DBackpropInput")
                        .addInput(sizes(x, whole))
                        .addInput(products.factor(kernel))
                        .addInput(products.factor(x)),
                stride));
        Operand<TFloat32> known = nodes.reshape(spread, whole);
        return pad == 0 ? known : nodes.op("Slice", known, nodes.ints(0, pad, pad, 0), nodes.ints(to.toArray()));
    }

    /** Returns the sizes of the result; the leading ones may only be known when the graph runs. */
    private Output<TInt32> sizes(Operand<TFloat32> x, Shape whole) {
        if (!whole.dims().contains(Shape.ANY)) {
            return nodes.ints(whole.toArray());
        }
        Output<TInt32> batch = nodes.op("Slice", nodes.op("Shape", x), nodes.ints(0), nodes.ints(1));
        return nodes.builder("ConcatV2")
                .addInputList(new Output<?>[] {batch, nodes.ints(whole.example().toArray())})
                .addInput(nodes.integer(0))
                .build()
                .output(0);
    }

    Operand<TFloat32> pooled(Operand<TFloat32> x, int size, int stride) {
        Shape shape = ImageShapes.windows(Nodes.shape(x), size, stride);
        OperationBuilder builder = nodes.builder("MaxPool")
                .addInput(reaching(x, shape, size, stride, LOWEST).asOutput())
                .setAttr("ksize", new long[] {1, size, size, 1});
        return moving(builder, stride).expect(TFloat32.class);
    }

    Operand<TFloat32> windows(Operand<TFloat32> x, int size, int stride, double fill) {
        Shape shape = ImageShapes.windows(Nodes.shape(x), size, stride);
        Operand<TFloat32> whole = reaching(x, shape, size, stride, fill);
        Shape one = Shape.of(Shape.ANY, shape.dim(1), shape.dim(2), 1, shape.dim(4));
        List<Output<?>> taps = new ArrayList<>();
        for (int tap = 0; tap < size * size; tap++) {
            int row = tap / size;
            int column = tap % size;
            Output<TFloat32> values = nodes.builder("StridedSlice")
                    .addInput(whole.asOutput())
                    .addInput(nodes.ints(0, row, column, 0))
                    .addInput(nodes.ints(0, end(row, shape.dim(1), stride), end(column, shape.dim(2), stride), 0))
                    .addInput(nodes.ints(1, stride, stride, 1))
                    .setAttr("end_mask", 0b1001)
                    .build()
                    .output(0);
            taps.add(nodes.reshape(values, one));
        }
        return nodes.builder("ConcatV2")
                .addInputList(taps.toArray(Output<?>[]::new))
                .addInput(nodes.integer(3))
                .build()
                .output(0);
    }

    private static int end(int first, int count, int stride) {
        return first + (count - 1) * stride + 1;
    }

    /** Pads the images beyond the lower and the right edge, as far as the last window reaches. */
    private Operand<TFloat32> reaching(Operand<TFloat32> x, Shape windows, int size, int stride, double fill) {
        Shape from = Nodes.shape(x);
        int below = (windows.dim(1) - 1) * stride + size - from.dim(1);
        int right = (windows.dim(2) - 1) * stride + size - from.dim(2);
        if (below == 0 && right == 0) {
            return x;
        }
        return nodes.op("PadV2", x, edges(0, below, right), nodes.constant(fill));
    }

    /** Returns the padding of each image: values before the first, below the last and right of the last. */
    private Output<TInt32> edges(int before, int below, int right) {
        return nodes.reshape(nodes.ints(0, 0, before, below, before, right, 0, 0), Shape.of(4, 2));
    }

    private static Output<?> moving(OperationBuilder builder, int stride) {
        return builder.setAttr("strides", new long[] {1, stride, stride, 1})
                .setAttr("padding", VALID)
                .build()
                .output(0);
    }
}
