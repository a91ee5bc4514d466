package org.gan4j.tensorflow.train;

import java.util.List;
import java.util.function.BinaryOperator;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.gradient.Tape;
import org.gan4j.tensorflow.graph.Gradients;
import org.gan4j.tensorflow.graph.GraphAlgebra;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The way in which an update computes the gradients that terms ask for.
 *
 * @param net      the algebra that the update is built with
 * @param gradient the gradient of a scalar with respect to a tensor
 */
record TermGradients(NetAlgebra<Operand<TFloat32>> net, BinaryOperator<Operand<TFloat32>> gradient) {
    /** Takes TensorFlow's derivatives. Some of their operations have no derivative in turn. */
    static TermGradients ofTensorFlow(GraphAlgebra net, Gradients gradients) {
        return new TermGradients(net, (scalar, with) -> gradients
                .of("the scalar that a term differentiates", scalar, List.of(with))
                .get(0));
    }

    /** Goes back through recorded operations, by operations that TensorFlow differentiates. */
    static TermGradients recorded(GraphAlgebra net) {
        Tape<Operand<TFloat32>> tape = Tape.ofNames(net);
        return new TermGradients(tape, tape::gradient);
    }
}
