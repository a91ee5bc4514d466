package org.gan4j.losses.divergence;

import org.gan4j.api.LogitMeaning;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.laws.Gaussians;

/** The divergences whose f contains a logarithm. */
final class LogarithmicForms {
    private LogarithmicForms() {}

    /** T = a, f*(t) = exp(t - 1). */
    record Kl() implements DualForm {
        @Override
        public <T> Expr<T> output(Expr<T> logits) {
            return logits;
        }

        @Override
        public <T> Expr<T> conjugate(Expr<T> logits) {
            return logits.minus(1).exp();
        }

        @Override
        public double f(double ratio) {
            return ratio * Math.log(ratio);
        }

        @Override
        public double best(double ratio) {
            return 1 + Math.log(ratio);
        }

        @Override
        public double gaussianSlope(double mu) {
            return mu;
        }

        @Override
        public LogitMeaning logits() {
            return LogitMeaning.boundaryAt(1);
        }
    }

    /** T = -exp(-a), f*(t) = -1 - log(-t). */
    record ReverseKl() implements DualForm {
        @Override
        public <T> Expr<T> output(Expr<T> logits) {
            return logits.negate().exp().negate();
        }

        @Override
        public <T> Expr<T> conjugate(Expr<T> logits) {
            return logits.minus(1);
        }

        @Override
        public double f(double ratio) {
            return -Math.log(ratio);
        }

        @Override
        public double best(double ratio) {
            return Math.log(ratio);
        }

        @Override
        public double gaussianSlope(double mu) {
            return mu;
        }
    }

    /** T = log 2 - softplus(-a), f*(t) = -log(2 - exp(t)). */
    record JensenShannon() implements DualForm {
        @Override
        public <T> Expr<T> output(Expr<T> logits) {
            return logits.negate().softplus().negate().plus(Math.log(2));
        }

        @Override
        public <T> Expr<T> conjugate(Expr<T> logits) {
            return logits.softplus().minus(Math.log(2));
        }

        @Override
        public double f(double ratio) {
            return ratio * Math.log(ratio) - (ratio + 1) * Math.log((ratio + 1) / 2);
        }

        @Override
        public double best(double ratio) {
            return Math.log(ratio);
        }

        @Override
        public double gaussianSlope(double mu) {
            return Gaussians.twiceJensenShannonSlope(mu);
        }

        @Override
        public double domain() {
            return 1e3;
        }
    }

    /** T = -softplus(-a) = log D, f*(t) = -log(1 - exp(t)). */
    record Game() implements DualForm {
        @Override
        public <T> Expr<T> output(Expr<T> logits) {
            return logits.negate().softplus().negate();
        }

        @Override
        public <T> Expr<T> conjugate(Expr<T> logits) {
            return logits.softplus();
        }

        @Override
        public double f(double ratio) {
            return ratio * Math.log(ratio) - (ratio + 1) * Math.log(ratio + 1);
        }

        @Override
        public double best(double ratio) {
            return Math.log(ratio);
        }

        @Override
        public double gaussianSlope(double mu) {
            return Gaussians.twiceJensenShannonSlope(mu);
        }

        @Override
        public double domain() {
            return 1e3;
        }
    }

    /**
     * T = 1 + a - exp(-a), which is f'(exp(a)). The paper has T = a, for which f* needs Lambert's function; with this
     * output f*(T) = exp(a) - 1 + a.
     */
    record Jeffrey() implements DualForm {
        @Override
        public <T> Expr<T> output(Expr<T> logits) {
            return logits.plus(1).minus(logits.negate().exp());
        }

        @Override
        public <T> Expr<T> conjugate(Expr<T> logits) {
            return logits.exp().minus(1).plus(logits);
        }

        @Override
        public double f(double ratio) {
            return (ratio - 1) * Math.log(ratio);
        }

        @Override
        public double best(double ratio) {
            return Math.log(ratio);
        }

        @Override
        public double gaussianSlope(double mu) {
            return 2 * mu;
        }
    }
}
