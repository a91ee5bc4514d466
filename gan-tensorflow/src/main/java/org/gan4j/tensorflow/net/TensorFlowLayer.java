package org.gan4j.tensorflow.net;

import java.util.List;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.gradient.Tape;
import org.gan4j.plain.shape.ShapeAlgebra;
import org.gan4j.tensorflow.graph.Gradients;
import org.gan4j.tensorflow.graph.GraphAlgebra;
import org.gan4j.tensorflow.graph.Nodes;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A net for TensorFlow as a layer. It is built in TensorFlow's graph; over shapes its declared shape is used; other
 * interpreters refuse it.
 */
record TensorFlowLayer(TensorFlowNet net, Shape output) implements Layer {
    @Override
    public String kind() {
        return "built";
    }

    static NetSpec net(TensorFlowNet net, Shape output) {
        return NetSpec.of(List.of(new TensorFlowLayer(net, output)));
    }

    // Each of the two algebras has one kind of tensor, so T is known once the algebra is.
    @Override
    @SuppressWarnings("unchecked")
    public <T> Expr<T> apply(NetAlgebra<T> algebra, Scope at, Expr<T> x) {
        if (algebra instanceof GraphAlgebra graph) {
            return x.with((T) build(graph, at, (Operand<TFloat32>) x.raw()));
        } else if (algebra instanceof Tape<T> tape && tape.inner() instanceof GraphAlgebra graph) {
            return x.with((T) recorded((Tape<Operand<TFloat32>>) tape, graph, at, (Operand<TFloat32>) x.raw()));
        } else if (algebra instanceof ShapeAlgebra) {
            return x.with((T) output.batched());
        }
        throw new IllegalArgumentException(at + ": " + net + " is written for TensorFlow alone; "
                + algebra.getClass().getSimpleName() + " cannot compute it");
    }

    private Operand<TFloat32> recorded(
            Tape<Operand<TFloat32>> tape, GraphAlgebra graph, Scope at, Operand<TFloat32> x) {
        Operand<TFloat32> y = build(graph, at, x).asOutput();
        return new ForeignOperations(tape, new Gradients(graph.nodes())).record(y, x);
    }

    private Operand<TFloat32> build(GraphAlgebra graph, Scope at, Operand<TFloat32> x) {
        Operand<TFloat32> y = net.build(new NetGraph(graph, at), x, output);
        if (y.asOutput().shape().isUnknown()) {
            throw new IllegalArgumentException(
                    at + ": " + net + " gave a result of unknown shape, expected " + output.batched() + "; reshape it");
        }
        Shape made = Nodes.shape(y);
        if (made.rank() == 0 || !made.example().equals(output)) {
            throw new IllegalArgumentException(
                    at + ": " + net + " gave the shape " + made + ", expected " + output.batched());
        }
        return y;
    }

    @Override
    public boolean separatesExamples() {
        return net.separatesExamples();
    }
}
