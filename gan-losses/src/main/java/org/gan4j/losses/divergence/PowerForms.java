package org.gan4j.losses.divergence;

import org.gan4j.api.LogitMeaning;
import org.gan4j.api.algebra.Expr;

/** The divergences whose f consists of powers and absolute values. */
final class PowerForms {
    private PowerForms() {}

    /** T = a, f*(t) = t²/4 + t. */
    record Pearson() implements DualForm {
        @Override
        public <T> Expr<T> output(Expr<T> logits) {
            return logits;
        }

        @Override
        public <T> Expr<T> conjugate(Expr<T> logits) {
            return logits.square().times(0.25).plus(logits);
        }

        @Override
        public double f(double ratio) {
            return (ratio - 1) * (ratio - 1);
        }

        @Override
        public double best(double ratio) {
            return 2 * (ratio - 1);
        }

        @Override
        public double gaussianSlope(double mu) {
            return 2 * mu * Math.exp(mu * mu);
        }

        @Override
        public double domain() {
            return 1e3;
        }

        @Override
        public LogitMeaning logits() {
            return LogitMeaning.boundaryAt(0);
        }
    }

    /** T = 1 - exp(-a), f*(t) = 2 - 2·√(1 - t). */
    record Neyman() implements DualForm {
        @Override
        public <T> Expr<T> output(Expr<T> logits) {
            return oneLessExponential(logits);
        }

        @Override
        public <T> Expr<T> conjugate(Expr<T> logits) {
            return oneLessExponential(logits.times(0.5)).times(2);
        }

        @Override
        public double f(double ratio) {
            return (1 - ratio) * (1 - ratio) / ratio;
        }

        @Override
        public double best(double ratio) {
            return 2 * Math.log(ratio);
        }

        @Override
        public double gaussianSlope(double mu) {
            return 2 * mu * Math.exp(mu * mu);
        }

        @Override
        public LogitMeaning logits() {
            return LogitMeaning.boundaryAt(0);
        }
    }

    /** T = 1 - exp(-a), f*(t) = t / (1 - t). */
    record SquaredHellinger() implements DualForm {
        @Override
        public <T> Expr<T> output(Expr<T> logits) {
            return oneLessExponential(logits);
        }

        @Override
        public <T> Expr<T> conjugate(Expr<T> logits) {
            return logits.exp().minus(1);
        }

        @Override
        public double f(double ratio) {
            return (Math.sqrt(ratio) - 1) * (Math.sqrt(ratio) - 1);
        }

        @Override
        public double best(double ratio) {
            return Math.log(ratio) / 2;
        }

        @Override
        public double gaussianSlope(double mu) {
            return mu / 2 * Math.exp(-mu * mu / 8);
        }

        @Override
        public LogitMeaning logits() {
            return LogitMeaning.boundaryAt(0);
        }
    }

    private static <T> Expr<T> oneLessExponential(Expr<T> logits) {
        return logits.constant(1).minus(logits.negate().exp());
    }

    /** T = ½·tanh(a), f*(t) = t. */
    record TotalVariation() implements DualForm {
        /** A logit whose hyperbolic tangent is ±1 in double precision. */
        private static final double SURE = 40;

        @Override
        public <T> Expr<T> output(Expr<T> logits) {
            return logits.tanh().times(0.5);
        }

        @Override
        public <T> Expr<T> conjugate(Expr<T> logits) {
            return output(logits);
        }

        @Override
        public double f(double ratio) {
            return Math.abs(ratio - 1) / 2;
        }

        @Override
        public double best(double ratio) {
            return SURE * Math.signum(ratio - 1);
        }

        @Override
        public double gaussianSlope(double mu) {
            return Double.NaN;
        }

        @Override
        public double domain() {
            return 1e3;
        }

        @Override
        public LogitMeaning logits() {
            return LogitMeaning.boundaryAt(0);
        }
    }

    /** T = (exp((α - 1)·a) - 1) / (α - 1), which is f'(exp(a)), so that f*(T) = (exp(α·a) - 1) / α. */
    record Alpha(double alpha) implements DualForm {
        Alpha {
            if (alpha == 0 || alpha == 1 || !Double.isFinite(alpha)) {
                throw new IllegalArgumentException("alpha = " + alpha
                        + " has no form of its own; at 0 the divergence is reverse-kl, at 1 it is kl");
            }
        }

        @Override
        public <T> Expr<T> output(Expr<T> logits) {
            return power(logits, alpha - 1);
        }

        @Override
        public <T> Expr<T> conjugate(Expr<T> logits) {
            return power(logits, alpha);
        }

        private static <T> Expr<T> power(Expr<T> logits, double exponent) {
            return logits.times(exponent).exp().minus(1).over(exponent);
        }

        @Override
        public double f(double ratio) {
            return (Math.pow(ratio, alpha) - 1 - alpha * (ratio - 1)) / (alpha * (alpha - 1));
        }

        @Override
        public double best(double ratio) {
            return Math.log(ratio);
        }

        @Override
        public double gaussianSlope(double mu) {
            return mu * Math.exp(alpha * (alpha - 1) * mu * mu / 2);
        }

        @Override
        public double domain() {
            return OF_EXPONENTIALS / Math.max(1, Math.max(Math.abs(alpha), Math.abs(alpha - 1)));
        }
    }
}
