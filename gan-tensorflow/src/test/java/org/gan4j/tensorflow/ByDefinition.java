package org.gan4j.tensorflow;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.train.Optimizer;

/** A rule that the backend does not recognise, and so executes as it is written. */
record ByDefinition(Optimizer rule) implements Optimizer {
    @Override
    public <T> Expr<T> update(Slots<T> slots, Expr<T> parameter, Expr<T> gradient) {
        return rule.update(slots, parameter, gradient);
    }
}
