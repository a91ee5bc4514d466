package org.gan4j.losses.divergence;

import org.gan4j.api.LogitMeaning;
import org.gan4j.api.algebra.Expr;

/**
 * An f-divergence as the largest value of E_p[T] - E_q[f*(T)] over functions T, with T = g_f(a) for a logit a. The conjugate f* is
 * written as a function of the logit: where f* of g_f simplifies, the composition would lose digits or overflow.
 */
interface DualForm {
    /** The largest logit of which an exponential is finite in single precision, with room for sums. */
    double OF_EXPONENTIALS = 80;

    /** T = g_f(a), which rises with the logit. */
    <T> Expr<T> output(Expr<T> logits);

    /** f*(g_f(a)). */
    <T> Expr<T> conjugate(Expr<T> logits);

    /** f(r). */
    double f(double ratio);

    /** The logit a with g_f(a) = f'(r), which is the best discriminator's at p / q = r. */
    double best(double ratio);

    /** The derivative of the divergence of N(0, 1) from N(mu, 1) by mu, in closed form; NaN where there is no smooth D*. */
    double gaussianSlope(double mu);

    /** The largest logit at which objectives and slopes are finite. */
    default double domain() {
        return OF_EXPONENTIALS;
    }

    /** A probability where the best logit is log r. */
    default LogitMeaning logits() {
        return LogitMeaning.PROBABILITY;
    }
}
