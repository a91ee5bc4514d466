package org.gan4j.api.algebra;

import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * A raw tensor together with the {@link Algebra} it belongs to, for fluent formulas. Everything that can be derived
 * from the primitives lives here once.
 */
public record Expr<T>(Algebra<T> algebra, T raw) {
    public static <T> Expr<T> of(Algebra<T> algebra, T raw) {
        return new Expr<>(algebra, raw);
    }

    /** Wraps another tensor of the same algebra. */
    public Expr<T> with(T other) {
        return new Expr<>(algebra, other);
    }

    public Expr<T> constant(double value) {
        return with(algebra.constant(value));
    }

    public Expr<T> plus(Expr<T> other) {
        return both(algebra::add, other);
    }

    public Expr<T> plus(double value) {
        return plus(constant(value));
    }

    public Expr<T> minus(Expr<T> other) {
        return both(algebra::subtract, other);
    }

    public Expr<T> minus(double value) {
        return minus(constant(value));
    }

    public Expr<T> times(Expr<T> other) {
        return both(algebra::multiply, other);
    }

    public Expr<T> times(double value) {
        return times(constant(value));
    }

    public Expr<T> over(Expr<T> other) {
        return both(algebra::divide, other);
    }

    public Expr<T> over(double value) {
        return over(constant(value));
    }

    public Expr<T> negate() {
        return map(algebra::negate);
    }

    public Expr<T> square() {
        return times(this);
    }

    public Expr<T> exp() {
        return map(algebra::exp);
    }

    public Expr<T> log() {
        return map(algebra::log);
    }

    public Expr<T> sqrt() {
        return map(algebra::sqrt);
    }

    public Expr<T> abs() {
        return map(algebra::abs);
    }

    public Expr<T> relu() {
        return map(algebra::relu);
    }

    public Expr<T> leakyRelu(double slope) {
        return map(x -> algebra.leakyRelu(x, slope));
    }

    public Expr<T> softplus() {
        return map(algebra::softplus);
    }

    public Expr<T> sigmoid() {
        return map(algebra::sigmoid);
    }

    public Expr<T> tanh() {
        return map(algebra::tanh);
    }

    /** 1 where this is greater, else 0. */
    public Expr<T> greater(Expr<T> other) {
        return both(algebra::greater, other);
    }

    public Expr<T> greater(double value) {
        return greater(constant(value));
    }

    /** Returns this where it lies between both numbers, and the nearer of them elsewhere, where the slope is 0. */
    public Expr<T> clip(double low, double high) {
        Expr<T> fromBelow = constant(low).greater(this).select(constant(low), this);
        return fromBelow.greater(high).select(constant(high), fromBelow);
    }

    /** Returns {@code yes} where this is not 0, and {@code no} elsewhere. */
    public Expr<T> select(Expr<T> yes, Expr<T> no) {
        return with(algebra.select(raw, yes.raw, no.raw));
    }

    public Expr<T> stopGradient() {
        return map(algebra::stopGradient);
    }

    public Expr<T> sum(int... axes) {
        return map(x -> algebra.sum(x, axes));
    }

    public Expr<T> mean(int... axes) {
        return map(x -> algebra.mean(x, axes));
    }

    public Expr<T> logSumExp(int... axes) {
        return map(x -> algebra.logSumExp(x, axes));
    }

    public Expr<T> max(int... axes) {
        return map(x -> algebra.max(x, axes));
    }

    /** Returns the Euclidean norm. Where it is 0, its slope is 0. */
    public Expr<T> norm(int... axes) {
        Expr<T> sum = square().sum(axes);
        Expr<T> positive = sum.greater(0);
        // The slope of a root is infinite at 0, and an infinite slope times 0 is undefined.
        return positive.select(positive.select(sum, constant(1)).sqrt(), constant(0));
    }

    private Expr<T> map(UnaryOperator<T> operation) {
        return with(operation.apply(raw));
    }

    private Expr<T> both(BinaryOperator<T> operation, Expr<T> other) {
        return with(operation.apply(raw, other.raw));
    }
}
