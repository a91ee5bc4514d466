package org.gan4j.api.laws.term;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.plain.Array;

/** The layers of the nets that laws of terms are checked with; each takes examples of any shape. */
interface GameLayer extends Layer {
    /** Returns each example as a row. */
    static <T> Expr<T> rows(NetAlgebra<T> net, Expr<T> x) {
        int width = net.shape(x.raw()).example().size();
        return x.with(net.reshape(x.raw(), Shape.of(Shape.ANY, width)));
    }

    /** y = x·W + b. */
    record Affine(int units) implements GameLayer {
        @Override
        public String kind() {
            return "affine";
        }

        @Override
        public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
            Expr<T> rows = rows(net, x);
            Shape shape = Shape.of(net.shape(rows.raw()).dim(1), units);
            T weights = net.parameter(at.child("weights"), shape, new HalfNormal());
            T bias = net.parameter(at.child("bias"), Shape.of(units), new HalfNormal());
            return x.with(net.biasAdd(net.matMul(rows.raw(), weights), bias));
        }
    }

    /** tanh, which is smooth and whose slope differs from place to place. */
    record Bend() implements GameLayer {
        @Override
        public String kind() {
            return "bend";
        }

        @Override
        public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
            return x.tanh();
        }
    }

    /** ½‖x‖², whose slope at x is x itself. */
    record HalfSquare() implements GameLayer {
        @Override
        public String kind() {
            return "half-square";
        }

        @Override
        public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
            return rows(net, x).square().sum(1).times(0.5);
        }
    }

    /** Gives these rows, whatever the examples are. */
    record Given(Array rows) implements GameLayer {
        @Override
        public String kind() {
            return "given";
        }

        @Override
        public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
            return x.with(net.constant(rows.shape(), rows.values()));
        }
    }

    /** The same values in another shape. */
    record Shaped(Shape example) implements GameLayer {
        @Override
        public String kind() {
            return "shaped";
        }

        @Override
        public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
            return x.with(net.reshape(x.raw(), example.batched()));
        }
    }

    /** N(0, ¼). */
    record HalfNormal() implements Initializer {
        @Override
        public <T> Expr<T> values(Site<T> site) {
            return site.normal().times(0.5);
        }
    }
}
