package org.gan4j.losses.term;

import java.util.stream.IntStream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;

/** The gradient of D's logit by its input, one for each example of a signal. */
record InputSlope(Signal at) {
    /** The meaning of the interval that each term of this slope has. */
    static final String INTERVAL = "the term counts at every so many updates of D; a larger weight makes up for it";

    /** Returns ‖∂D/∂x‖ for each example, whatever the example's shape: [batch × 1 × …]. */
    <T> Expr<T> lengths(Step<T> step) {
        Expr<T> gradient = gradient(step);
        return gradient.norm(exampleAxes(step, gradient));
    }

    /** Returns the mean of ‖∂D/∂x‖² over the examples. */
    <T> Expr<T> meanSquare(Step<T> step) {
        Expr<T> gradient = gradient(step);
        return gradient.square().sum(exampleAxes(step, gradient)).mean();
    }

    /** As each logit depends on its own example, the gradient of their sum holds the gradient of each. */
    private <T> Expr<T> gradient(Step<T> step) {
        return step.gradient(step.get(Signal.score(at)).sum(), step.get(at));
    }

    private static <T> int[] exampleAxes(Step<T> step, Expr<T> batch) {
        int rank = step.noise().algebra().shape(batch.raw()).rank();
        return IntStream.range(1, rank).toArray();
    }
}
