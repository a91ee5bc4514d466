package org.gan4j.api.laws;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.Loss;
import org.gan4j.api.Memory;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Algebra;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.train.Player;
import org.gan4j.plain.Array;
import org.gan4j.plain.Dual;
import org.gan4j.plain.DualAlgebra;
import org.gan4j.plain.Formula;
import org.gan4j.plain.FormulaAlgebra;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.plain.shape.ShapeAlgebra;
import org.gan4j.plain.state.PlainMemory;

/** One player's objective under a loss, as plain numbers, slopes and text. */
public record Objective(Loss loss, Player player) {
    /** The value for logits of real and of generated examples. */
    public double value(double[] real, double[] fake) {
        return value(new RealAlgebra(), real, fake);
    }

    double value(RealAlgebra algebra, double[] real, double[] fake) {
        return on(algebra, Array.of(real), Array.of(fake)).single();
    }

    /** The value where the loss has kept these scalars. */
    public double value(double[] real, double[] fake, Map<String, Double> memory) {
        return on(new Scores<>(expr(real), expr(fake), memory(memory))).single();
    }

    /** Returns what the objective sets for the next update, by name, where the loss has kept these scalars. */
    public SortedMap<String, Double> kept(double[] real, double[] fake, Map<String, Double> memory) {
        PlainMemory<Array> kept = memory(memory);
        on(new Scores<>(expr(real), expr(fake), kept));
        SortedMap<String, Double> after = new TreeMap<>();
        kept.after().forEach((name, value) -> after.put(name, value.single()));
        return after;
    }

    private static Expr<Array> expr(double... logits) {
        return Expr.of(new RealAlgebra(), Array.of(logits));
    }

    private static PlainMemory<Array> memory(Map<String, Double> scalars) {
        SortedMap<String, Array> values = new TreeMap<>();
        scalars.forEach((name, value) -> values.put(name, Array.scalar(value)));
        return new PlainMemory<>(new RealAlgebra(), values);
    }

    /** The exact derivative when the logits move along a direction. */
    public double slope(double[] real, double[] fake, double[] realDirection, double[] fakeDirection) {
        return slope(new RealAlgebra(), real, fake, realDirection, fakeDirection);
    }

    double slope(RealAlgebra algebra, double[] real, double[] fake, double[] realDirection, double[] fakeDirection) {
        Dual<Array> movingReal = new Dual<>(Array.of(real), Array.of(realDirection));
        Dual<Array> movingFake = new Dual<>(Array.of(fake), Array.of(fakeDirection));
        return on(new DualAlgebra<>(algebra), movingReal, movingFake).slope().single();
    }

    /** The value for one real and one generated example. */
    public double value(double real, double fake) {
        return value(new double[] {real}, new double[] {fake});
    }

    /** The derivative with respect to the logit of one real example. */
    public double realSlope(double real, double fake) {
        return slope(new double[] {real}, new double[] {fake}, new double[] {1}, new double[] {0});
    }

    /** The derivative with respect to the logit of one generated example. */
    public double fakeSlope(double real, double fake) {
        return slope(new double[] {real}, new double[] {fake}, new double[] {0}, new double[] {1});
    }

    /** Returns the formula, in terms of {@code real}, {@code fake} and the names of what the loss keeps. */
    public String formula() {
        FormulaAlgebra algebra = new FormulaAlgebra();
        Expr<Formula> real = Expr.of(algebra, Formula.of("real"));
        return on(new Scores<>(real, real.with(Formula.of("fake")), new Names(algebra)))
                .text();
    }

    /** The shape of the result for two batches. */
    Shape shape() {
        return on(new ShapeAlgebra(), Shape.of().batched(), Shape.of().batched());
    }

    /** Returns the objective's symbol in formulas. */
    String symbol() {
        return "L_" + player.letter();
    }

    /** Returns the beginning of a sentence about this objective. */
    String owner() {
        return "the " + player + "'s objective ";
    }

    private <T> T on(Algebra<T> algebra, T real, T fake) {
        return on(new Scores<>(Expr.of(algebra, real), Expr.of(algebra, fake)));
    }

    private <T> T on(Scores<T> scores) {
        return player.objective(loss, scores).raw();
    }

    /** A memory whose values are their names. */
    private record Names(FormulaAlgebra algebra) implements Memory<Formula> {
        @Override
        public Expr<Formula> get(String name, Shape shape, double first) {
            return Expr.of(algebra, Formula.of(name));
        }

        @Override
        public void set(String name, Expr<Formula> value) {}
    }
}
