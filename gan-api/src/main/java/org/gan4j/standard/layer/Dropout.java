package org.gan4j.standard.layer;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** y = x·m / keep with m ~ Bernoulli(keep) per value while training, y = x otherwise: the mean is the same in both. */
@About(value = "drops values at random while training", source = "Srivastava et al. 2014, JMLR 15, section 4")
public record Dropout(
        @Param(min = 1e-6, max = 1, doc = "share of values that is kept")
        double keep) implements Layer {
    @Override
    public String kind() {
        return "dropout";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        if (!net.training() || keep == 1) {
            return x;
        }
        Expr<T> draw = x.with(net.uniform(at, x.raw()));
        Expr<T> mask = draw.constant(keep).greater(draw);
        return x.times(mask).times(1 / keep);
    }
}
