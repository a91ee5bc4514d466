package org.gan4j.tensorflow.graph;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.algebra.Shape;
import org.gan4j.plain.shape.Shapes;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.OperationBuilder;
import org.tensorflow.Output;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Scope;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

/**
 * Adds operations to one graph by their TensorFlow names. Names are used instead of the typed classes because some tensors
 * that are needed here (uint64 keys, resource handles) have no Java type. One thread builds.
 */
public final class Nodes {
    private final Graph graph;
    private final Scope scope;

    public Nodes(Graph graph) {
        this.graph = graph;
        this.scope = graph.baseScope();
    }

    public Graph graph() {
        return graph;
    }

    /** Adds an operation of the given type, named after it. */
    public OperationBuilder builder(String type) {
        return scope.opBuilder(type, type);
    }

    /** Adds an operation with a name of its own; a number is appended if the name is taken. */
    public OperationBuilder builder(String type, String name) {
        return scope.opBuilder(type, name);
    }

    /** Returns a name that no other operation has. */
    String unique(String name) {
        return scope.makeUnique(name);
    }

    /** Adds an operation without attributes and returns its first output. */
    public <T extends TType> Output<T> op(String type, Operand<?>... inputs) {
        OperationBuilder builder = builder(type);
        for (Operand<?> input : inputs) {
            builder.addInput(input.asOutput());
        }
        return builder.build().output(0);
    }

    public <T extends TType> Output<T> cast(Operand<?> x, DataType type) {
        return builder("Cast")
                .addInput(x.asOutput())
                .setAttr("DstT", type)
                .build()
                .output(0);
    }

    /** The same bits under another type of the same width. */
    public <T extends TType> Output<T> bitcast(Operand<?> x, DataType type) {
        return builder("Bitcast")
                .addInput(x.asOutput())
                .setAttr("type", type)
                .build()
                .output(0);
    }

    /** Stacks tensors of one shape along a new first axis. */
    public <T extends TType> Output<T> pack(List<? extends Operand<?>> parts) {
        return builder("Pack").addInputList(outputs(parts)).build().output(0);
    }

    public <T extends TType> Output<T> reshape(Operand<?> x, Shape shape) {
        return op("Reshape", x, ints(shape.toArray()));
    }

    /** Reduces over all axes to a scalar, or over the given axes, each of which keeps size 1. */
    Output<TFloat32> reduce(String type, Operand<TFloat32> x, int... axes) {
        boolean all = axes.length == 0;
        int[] over = all ? IntStream.range(0, shape(x).rank()).toArray() : axes;
        return builder(type)
                .addInput(x.asOutput())
                .addInput(ints(over))
                .setAttr("keep_dims", !all)
                .build()
                .output(0);
    }

    /** Takes a part of an axis, and all of the others. */
    Output<TFloat32> slice(Operand<TFloat32> x, int axis, int from, int to) {
        Shape known = shape(x);
        int at = Shapes.fromStart(Shapes.sliced(known, axis, from, to), axis);
        int[] begin = new int[known.rank()];
        int[] size = new int[known.rank()];
        Arrays.fill(size, -1);
        begin[at] = from;
        size[at] = to - from;
        return op("Slice", x, ints(begin), ints(size));
    }

    public Output<TFloat32> constant(double value) {
        try (TFloat32 tensor = TFloat32.scalarOf((float) value)) {
            return constant(tensor, DataType.DT_FLOAT);
        }
    }

    public Output<TFloat32> constant(Shape shape, double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        try (TFloat32 tensor = TFloat32.tensorOf(nativeShape(shape), DataBuffers.of(floats))) {
            return constant(tensor, DataType.DT_FLOAT);
        }
    }

    public Output<TInt64> constant(long value) {
        try (TInt64 tensor = TInt64.scalarOf(value)) {
            return constant(tensor, DataType.DT_INT64);
        }
    }

    /** Adds a constant vector of int32, such as axes or sizes. */
    public Output<TInt32> ints(int... values) {
        try (TInt32 tensor = TInt32.vectorOf(values)) {
            return constant(tensor, DataType.DT_INT32);
        }
    }

    /** Adds a constant vector of texts. */
    public Output<TString> strings(String... values) {
        try (TString tensor = TString.vectorOf(values)) {
            return constant(tensor, DataType.DT_STRING);
        }
    }

    /** Adds one constant int32. */
    public Output<TInt32> integer(int value) {
        try (TInt32 tensor = TInt32.scalarOf(value)) {
            return constant(tensor, DataType.DT_INT32);
        }
    }

    /** Returns a tensor with one value everywhere. */
    public Output<TFloat32> fill(Shape shape, double value) {
        return op("Fill", ints(shape.toArray()), constant(value));
    }

    public <T extends TType> Output<T> placeholder(String name, DataType type, Shape shape) {
        return builder("Placeholder", name)
                .setAttr("dtype", type)
                .setAttr("shape", nativeShape(shape))
                .build()
                .output(0);
    }

    /** Adds an operation that does nothing and runs after all the given ones. */
    public Operation group(String name, Collection<? extends Operation> after) {
        OperationBuilder builder = builder("NoOp", name);
        after.forEach(builder::addControlInput);
        return builder.build();
    }

    private <T extends TType> Output<T> constant(TType tensor, DataType type) {
        return builder("Const")
                .setAttr("dtype", type)
                .setAttr("value", tensor)
                .build()
                .output(0);
    }

    /** Returns the static shape; {@link Shape#ANY} where TensorFlow does not know a size. */
    public static Shape shape(Operand<?> x) {
        org.tensorflow.ndarray.Shape known = x.asOutput().shape();
        int[] dims = new int[known.numDimensions()];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = Math.toIntExact(known.get(i));
        }
        return Shape.of(dims);
    }

    public static org.tensorflow.ndarray.Shape nativeShape(Shape shape) {
        return org.tensorflow.ndarray.Shape.of(
                shape.dims().stream().mapToLong(Integer::longValue).toArray());
    }

    /** Returns a shape as TensorFlow's messages have it. */
    public static TensorShapeProto message(Shape shape) {
        TensorShapeProto.Builder message = TensorShapeProto.newBuilder();
        shape.dims().forEach(size -> message.addDimBuilder().setSize(size));
        return message.build();
    }

    static Output<?>[] outputs(List<? extends Operand<?>> operands) {
        return operands.stream().map(Operand::asOutput).toArray(Output<?>[]::new);
    }
}
