package org.gan4j.api.laws;

import org.gan4j.api.Loss;
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

/** One player's objective under a loss, as plain numbers, slopes and text. */
public record Objective(Loss loss, Player player) {
    /** The value for logits of real and of generated examples. */
    public double value(double[] real, double[] fake) {
        return value(new RealAlgebra(), real, fake);
    }

    double value(RealAlgebra algebra, double[] real, double[] fake) {
        return on(algebra, Array.of(real), Array.of(fake)).single();
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

    /** Returns the formula, in terms of {@code real} and {@code fake}. */
    public String formula() {
        return on(new FormulaAlgebra(), Formula.of("real"), Formula.of("fake")).text();
    }

    /** The shape of the result for two batches. */
    Shape shape() {
        return on(new ShapeAlgebra(), Shape.of().batched(), Shape.of().batched());
    }

    /** Returns the objective's symbol in formulas. */
    String symbol() {
        return player == Player.DISCRIMINATOR ? "L_D" : "L_G";
    }

    /** Returns the beginning of a sentence about this objective. */
    String owner() {
        return "the " + player + "'s objective ";
    }

    private <T> T on(Algebra<T> algebra, T real, T fake) {
        Scores<T> scores = new Scores<>(Expr.of(algebra, real), Expr.of(algebra, fake));
        return (player == Player.DISCRIMINATOR ? loss.discriminator(scores) : loss.generator(scores)).raw();
    }
}
