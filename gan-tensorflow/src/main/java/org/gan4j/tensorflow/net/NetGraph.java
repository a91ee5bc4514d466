package org.gan4j.tensorflow.net;

import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.tensorflow.graph.GraphAlgebra;
import org.gan4j.tensorflow.graph.Nodes;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The tools that a {@link TensorFlowNet} is built with: TensorFlow's operations, and weights and random draws that
 * belong to the run.
 */
public final class NetGraph {
    private final GraphAlgebra algebra;
    private final Scope at;

    NetGraph(GraphAlgebra algebra, Scope at) {
        this.algebra = algebra;
        this.at = at;
    }

    /**
     * Returns TensorFlow's operations on the run's graph. A {@code tf.variable} is not trained and not saved; {@link
     * #weights} are.
     */
    public Ops tf() {
        return Ops.create(algebra.nodes().graph());
    }

    /**
     * Returns the weights of this name within the net. They are made when first asked for, then trained, saved and
     * shared by all uses.
     */
    public Operand<TFloat32> weights(String name, Shape shape, Initializer initializer) {
        return algebra.parameter(at.child(name), shape, initializer);
    }

    /** Returns the present value of a tensor that the net keeps between updates ({@link NetAlgebra#state}). */
    public Operand<TFloat32> state(String name, Shape shape, Initializer first) {
        return algebra.state(at.child(name), shape, first);
    }

    /** Sets the value after this update of a tensor that the net keeps ({@link NetAlgebra#keep}). */
    public void keep(String name, Operand<TFloat32> value) {
        algebra.keep(at.child(name), value);
    }

    /** Returns the shape as the graph knows it, the batch axis first. */
    public Shape shape(Operand<TFloat32> x) {
        return Nodes.shape(x);
    }

    /** Returns whether the sub-graph is for training; dropout acts only then. */
    public boolean training() {
        return algebra.training();
    }

    /**
     * Returns independent draws from U[0, 1) in the shape of x. With TensorFlow's own random operations equal seeds
     * would give different runs.
     */
    public Operand<TFloat32> uniform(Operand<TFloat32> x) {
        return algebra.uniform(at, x);
    }
}
