package org.gan4j.standard.initializer;

import java.util.Arrays;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.part.About;

/**
 * The bias of a sigmoid output: log(m / (1 - m)) with m the mean of each data dimension over the training split, so
 * that the untrained net already gives the data's mean. Means are kept within 0.0001…0.9999.
 */
@About(
        value = "bias of a sigmoid output from the data's means",
        source = "Goodfellow et al. 2014, published code, init_sigmoid_bias_from_marginals")
public record Marginals() implements Initializer {
    private static final double EDGE = 1e-4;

    @Override
    public <T> Expr<T> values(Site<T> site) {
        return site.constant(Arrays.stream(site.dataMean())
                .map(mean -> Math.min(1 - EDGE, Math.max(EDGE, mean)))
                .map(mean -> Math.log(mean / (1 - mean)))
                .toArray());
    }
}
