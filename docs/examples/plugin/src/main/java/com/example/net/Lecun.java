package com.example.net;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.part.About;

/** N(0, 1/n) for weights [n × m]: a sum over n inputs of unit variance has unit variance. */
@About(value = "normal, with the variance of one input's share", source = "LeCun et al. 1998, Efficient BackProp, 4.6")
public record Lecun() implements Initializer {
    @Override
    public <T> Expr<T> values(Site<T> site) {
        return site.normal().over(Math.sqrt(site.shape().dim(0)));
    }
}
