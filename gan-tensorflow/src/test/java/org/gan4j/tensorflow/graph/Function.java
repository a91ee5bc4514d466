package org.gan4j.tensorflow.graph;

import java.util.List;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;

/** Something written once in the algebra, to be computed by several interpreters. */
interface Function {
    <T> Expr<T> apply(NetAlgebra<T> net, List<Expr<T>> inputs);
}
