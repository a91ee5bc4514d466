package org.gan4j.tensorflow.graph;

import org.gan4j.api.experiment.Precision;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;

/** Rounds the factors of matrix products and convolutions to a number format, and brings their results back to float32. */
record Products(Nodes nodes, Precision precision) {
    /** Returns a factor in the number format of the product. */
    Output<?> factor(Operand<TFloat32> x) {
        return isRounded() ? nodes.cast(x, DataType.DT_BFLOAT16) : x.asOutput();
    }

    /** Returns a product of factors as float32. */
    Output<TFloat32> result(Output<?> product) {
        return isRounded() ? nodes.cast(product, DataType.DT_FLOAT) : product.expect(TFloat32.class);
    }

    private boolean isRounded() {
        return precision == Precision.BFLOAT16;
    }
}
