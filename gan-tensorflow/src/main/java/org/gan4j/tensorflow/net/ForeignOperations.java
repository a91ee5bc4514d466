package org.gan4j.tensorflow.net;

import java.util.Map;
import org.gan4j.gradient.Tape;
import org.gan4j.tensorflow.graph.Gradients;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Lets a tape go back, once, by TensorFlow's derivatives through operations that it did not see. */
record ForeignOperations(Tape<Operand<TFloat32>> tape, Gradients gradients) {
    /** Records what a net makes of x. */
    Operand<TFloat32> record(Operand<TFloat32> y, Operand<TFloat32> x) {
        return tape.record(y, Map.of(x, adjoint -> back(y, x, adjoint)));
    }

    private Operand<TFloat32> back(Operand<TFloat32> y, Operand<TFloat32> x, Operand<TFloat32> adjoint) {
        return gradients
                .back(y, adjoint, x)
                .map(gradient -> tape.record(
                        gradient, Map.of(x, ForeignOperations::refused, adjoint, ForeignOperations::refused)))
                .orElseGet(() -> tape.greater(x, x));
    }

    /** TensorFlow would also count the ways on which the adjoint depends on x, which the tape counts as well. */
    private static Operand<TFloat32> refused(Operand<TFloat32> adjoint) {
        throw new IllegalArgumentException("a term takes a gradient of a gradient through a net in TensorFlow's"
                + " operations, which is recorded once only; use layers of the algebra");
    }
}
