package org.gan4j.tensorflow.graph;

import java.util.List;
import org.gan4j.api.algebra.Shape;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TType;

/**
 * A stream of random draws by Philox: what is drawn depends on the key, the number of the draw and the number of the part
 * alone. The key stands for (seed, name of the stream). Philox counts to 2^128; the upper half holds the number of the draw, the
 * top 16 bits of the lower half hold the part, which leaves each part 2^48 blocks that no other part touches.
 *
 * @param key    uint64 of shape [1]
 * @param number int64 scalar: the number of the draw, such as a count of updates
 */
public record Stream(Nodes nodes, Operand<?> key, Operand<TInt64> number) {
    private static final int PHILOX = 1;
    private static final int PART_SHIFT = 48;

    /** U[0, 1). */
    public Output<TFloat32> uniform(int part, Operand<TInt32> shape) {
        return draw("StatelessRandomUniformV2", part, shape, DataType.DT_FLOAT);
    }

    /** N(0, 1). */
    public Output<TFloat32> normal(int part, Operand<TInt32> shape) {
        return draw("StatelessRandomNormalV2", part, shape, DataType.DT_FLOAT);
    }

    /** A random order of the numbers from 0 to size - 1, as int32. */
    public Output<TInt32> permutation(int size) {
        Output<TInt64> lots = draw("StatelessRandomUniformFullIntV2", 0, nodes.ints(size), DataType.DT_INT64);
        return nodes.builder("TopKV2")
                .addInput(lots)
                .addInput(nodes.integer(size))
                .setAttr("sorted", true)
                .build()
                .output(1);
    }

    /** Independent whole numbers from 0 to bound - 1, as int32. */
    public Output<TInt32> integers(Shape shape, int bound) {
        Operand<TInt32> zero = nodes.integer(0);
        return nodes.builder("StatelessRandomUniformIntV2")
                .addInput(nodes.ints(shape.toArray()))
                .addInput(key.asOutput())
                .addInput(counter(0))
                .addInput(nodes.integer(PHILOX))
                .addInput(zero.asOutput())
                .addInput(nodes.integer(bound))
                .build()
                .output(0);
    }

    private <T extends TType> Output<T> draw(String type, int part, Operand<TInt32> shape, DataType as) {
        return nodes.builder(type)
                .addInput(shape.asOutput())
                .addInput(key.asOutput())
                .addInput(counter(part))
                .addInput(nodes.integer(PHILOX))
                .setAttr("dtype", as)
                .build()
                .output(0);
    }

    private Output<?> counter(int part) {
        Output<TInt64> low = nodes.constant((long) part << PART_SHIFT);
        return nodes.bitcast(nodes.pack(List.of(low, number)), DataType.DT_UINT64);
    }
}
