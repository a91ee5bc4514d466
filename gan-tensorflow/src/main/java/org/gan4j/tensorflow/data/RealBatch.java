package org.gan4j.tensorflow.data;

import java.util.function.Supplier;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A batch of real examples.
 *
 * @param examples [batch × data]
 * @param labels   builds their classes, [batch × classes]; the data set must have some
 */
public record RealBatch(Operand<TFloat32> examples, Supplier<Operand<TFloat32>> labels) {}
