package org.gan4j.api.laws.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gan4j.api.Law;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.train.Term;
import org.gan4j.plain.Array;

/** Closed forms of terms that are the mean of a function of the length of the discriminator's slope at single examples. */
public final class PenaltyLaws {
    private static final List<Shape> SHAPES = List.of(Shape.of(3), Shape.of(2, 3, 2));
    private static final List<Integer> BATCHES = List.of(1, 4);
    private static final List<Double> LENGTHS = List.of(0.0, 0.5, 3.0);
    /** The number of draws for a mean over random points. */
    private static final int MANY = 4096;
    /** The number of evenly spaced draws for an expected value. */
    private static final int GRID = 500;

    private PenaltyLaws() {}

    /**
     * Checks the value on the discriminators w·x, whose slope is w at each example.
     *
     * @param value   the weighted term as a function of the length of w
     * @param further laws that follow those
     */
    public static List<Law> onLinear(Term term, DoubleUnaryOperator value, Law... further) {
        List<Law> laws = new ArrayList<>();
        for (Shape shape : SHAPES) {
            for (int batch : BATCHES) {
                for (double length : LENGTHS) {
                    laws.add(Law.of(
                            "a linear discriminator whose slope has the length " + Law.text(length)
                                    + " gives the same value for " + batch + " of the examples " + shape
                                    + " as for one number",
                            "term at D(x) = w·x, ‖w‖ = " + Law.text(length),
                            value.applyAsDouble(length),
                            () -> term.weight()
                                    * TermGame.linear(shape, batch, length)
                                            .value(term)
                                            .single()));
                }
            }
        }
        laws.addAll(List.of(further));
        return List.copyOf(laws);
    }

    /**
     * Checks that each example has a point of its own on the line between a real and a generated example. The discriminator is
     * ½‖x‖² of two values, all real examples are 0, and all generated ones are a unit vector: the slope at a point has the
     * length u, its share.
     */
    public static Law between(Term term, DoubleUnaryOperator value) {
        double half = Math.sqrt(0.5);
        double[] values = grid().map(value).toArray();
        return mean(
                "each example has a point of its own, uniform on the line from a real to a generated one",
                "term at D(x) = ½‖x‖², x = u·e, ‖e‖ = 1, u ~ U[0, 1]",
                values,
                term,
                TermGame.square(Array.filled(Shape.of(MANY, 2), 0), half, half));
    }

    /**
     * Checks how far points are from real examples, x + a·s·u with a, u ~ U[0, 1]. The discriminator is ½x² of one value, and
     * one half of the real examples is 0, the other 1, so that their standard deviation is ½.
     *
     * @param spread s in standard deviations
     */
    public static Law around(Term term, double spread, DoubleUnaryOperator value) {
        double[] values = grid().flatMap(a -> grid().flatMap(
                                u -> DoubleStream.of(0, 1).map(x -> value.applyAsDouble(x + a * spread * 0.5 * u))))
                .toArray();
        return mean(
                "the points around real examples are as far away as stated",
                "term at D(x) = ½x², x = {0, 1} + a·s·u, a, u ~ U[0, 1]",
                values,
                term,
                TermGame.square(halves(MANY), 0));
    }

    /**
     * Checks at which examples the term looks. The discriminator is ½x² of one value; one half of the real examples is 0, the
     * other 1, and each generated one is 2.
     */
    public static Law atExamples(Term term, double value) {
        return Law.of(
                "the term looks at the examples that it states",
                "term at D(x) = ½x², real x = 0 and 1, generated x = 2",
                value,
                () -> term.weight() * TermGame.square(halves(4), 2).value(term).single());
    }

    /** Returns evenly spaced numbers from 0 to 1. */
    private static DoubleStream grid() {
        return IntStream.range(0, GRID).mapToDouble(i -> (i + 0.5) / GRID);
    }

    private static Array halves(int count) {
        double[] values = new double[count];
        Arrays.fill(values, count / 2, count, 1);
        return new Array(Shape.of(count, 1), values);
    }

    /**
     * Returns a law about a mean of independent draws, whose tolerance is five standard errors.
     *
     * @param values the term's values at evenly spaced draws
     */
    private static Law mean(String law, String formula, double[] values, Term term, TermGame game) {
        double expected = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                .map(v -> (v - expected) * (v - expected))
                .average()
                .orElseThrow();
        double tolerance = 1e-9 + 5 * Math.sqrt(variance / MANY);
        try {
            return new Law(
                    law, formula, expected, term.weight() * game.value(term).single(), tolerance);
        } catch (RuntimeException e) {
            return new Law(law + "; failed: " + e.getMessage(), formula, expected, Double.NaN, 0);
        }
    }
}
