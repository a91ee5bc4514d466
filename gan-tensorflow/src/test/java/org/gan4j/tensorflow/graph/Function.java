package org.gan4j.tensorflow.graph;

import java.util.List;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;

/** Computes something that is written once in the algebra and that several interpreters compute. */
interface Function {
    <T> Expr<T> apply(NetAlgebra<T> net, List<Expr<T>> inputs);
}
