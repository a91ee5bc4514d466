package org.gan4j.plain;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.gan4j.api.algebra.Algebra;
import org.gan4j.plain.Formula.Binding;

/**
 * Prints what a loss computes, with no more parentheses than needed: {@code mean(softplus(-real)) + mean(softplus(fake))}. A
 * comparison is printed in brackets and is 1 where it holds, else 0; factors of 1 are left out.
 */
public final class FormulaAlgebra implements Algebra<Formula> {
    private static final String MINUS = "-";

    @Override
    public Formula constant(double value) {
        String text = value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
        return new Formula(text, text.startsWith(MINUS) ? Binding.MINUS : Binding.ATOM);
    }

    @Override
    public Formula add(Formula a, Formula b) {
        return isNegative(b) ? sum(a.text() + " - " + positive(b)) : sum(a.text() + " + " + b.at(Binding.PRODUCT));
    }

    @Override
    public Formula subtract(Formula a, Formula b) {
        return isNegative(b) ? sum(a.text() + " + " + positive(b)) : sum(a.text() + " - " + b.at(Binding.PRODUCT));
    }

    private static Formula sum(String text) {
        return new Formula(text, Binding.SUM);
    }

    private static boolean isNegative(Formula x) {
        return x.binding() == Binding.MINUS;
    }

    private static Formula positive(Formula negative) {
        return new Formula(negative.text().substring(MINUS.length()), Binding.PRODUCT);
    }

    @Override
    public Formula multiply(Formula a, Formula b) {
        if (isNumber(b) && !isNumber(a)) {
            return multiply(b, a);
        }
        if (a.text().equals("1")) {
            return b;
        }
        if (a.equals(b)) {
            return new Formula(a.at(Binding.ATOM) + "²", Binding.POWER);
        }
        if (isNegative(a)) {
            return negate(multiply(positive(a), b));
        }
        if (isNegative(b)) {
            return negate(multiply(a, positive(b)));
        }
        return new Formula(a.at(Binding.PRODUCT) + "·" + b.at(Binding.PRODUCT), Binding.PRODUCT);
    }

    private static boolean isNumber(Formula x) {
        return x.text().matches("-?[0-9.]+(E-?[0-9]+)?");
    }

    @Override
    public Formula divide(Formula a, Formula b) {
        return isNegative(a)
                ? negate(divide(positive(a), b))
                : new Formula(a.at(Binding.PRODUCT) + " / " + b.at(Binding.POWER), Binding.PRODUCT);
    }

    @Override
    public Formula negate(Formula x) {
        return isNegative(x) ? positive(x) : new Formula(MINUS + x.at(Binding.PRODUCT), Binding.MINUS);
    }

    @Override
    public Formula exp(Formula x) {
        return call("exp", x);
    }

    @Override
    public Formula log(Formula x) {
        return call("log", x);
    }

    @Override
    public Formula sqrt(Formula x) {
        return call("sqrt", x);
    }

    @Override
    public Formula abs(Formula x) {
        return new Formula("|" + x + "|", Binding.ATOM);
    }

    @Override
    public Formula relu(Formula x) {
        return Formula.of("max(0, " + x + ")");
    }

    @Override
    public Formula leakyRelu(Formula x, double slope) {
        return Formula.of("leakyRelu(" + x + ", " + constant(slope) + ")");
    }

    @Override
    public Formula softplus(Formula x) {
        return call("softplus", x);
    }

    @Override
    public Formula sigmoid(Formula x) {
        return call("sigmoid", x);
    }

    @Override
    public Formula tanh(Formula x) {
        return call("tanh", x);
    }

    @Override
    public Formula greater(Formula a, Formula b) {
        return Formula.of("[" + a + " > " + b + "]");
    }

    @Override
    public Formula select(Formula condition, Formula a, Formula b) {
        return Formula.of("select(" + condition + ", " + a + ", " + b + ")");
    }

    @Override
    public Formula stopGradient(Formula x) {
        return call("stopGradient", x);
    }

    @Override
    public Formula sum(Formula x, int... axes) {
        return call("sum", x, axes);
    }

    @Override
    public Formula mean(Formula x, int... axes) {
        return call("mean", x, axes);
    }

    @Override
    public Formula logSumExp(Formula x, int... axes) {
        return call("logSumExp", x, axes);
    }

    @Override
    public Formula max(Formula x, int... axes) {
        return call("max", x, axes);
    }

    private static Formula call(String function, Formula x, int... axes) {
        String over = axes.length == 0
                ? ""
                : Arrays.stream(axes).mapToObj(Integer::toString).collect(Collectors.joining(",", "; axis ", ""));
        return Formula.of(function + "(" + x + over + ")");
    }
}
