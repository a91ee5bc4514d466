package org.gan4j.standard.optimizer;

import java.util.stream.DoubleStream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.train.Optimizer;
import org.gan4j.plain.Array;
import org.gan4j.plain.PlainSlots;
import org.gan4j.plain.RealAlgebra;

/**
 * Follows what a rule makes of one parameter that begins at 1.
 *
 * @param values after each update
 * @param used   the values used outside of training, before the first update and after each
 */
public record Followed(double[] values, double[] used) {
    private static final RealAlgebra ALGEBRA = new RealAlgebra();

    /** Makes an update by each of the gradients. */
    public static Followed of(Optimizer optimizer, double... gradients) {
        PlainSlots slots = new PlainSlots(ALGEBRA, Shape.of());
        double[] values = new double[gradients.length];
        double[] used = new double[gradients.length + 1];
        Array parameter = Array.scalar(1);
        for (int i = 0; i <= gradients.length; i++) {
            used[i] = optimizer.used(slots, Expr.of(ALGEBRA, parameter)).raw().single();
            if (i < gradients.length) {
                parameter = slots.update(optimizer, parameter, Array.scalar(gradients[i]));
                values[i] = parameter.single();
            }
        }
        return new Followed(values, used);
    }

    /** Returns what a rule of rate 1 without a memory subtracts from the parameter, given gradients of 1. */
    public static double[] steps(Optimizer optimizer, int updates) {
        double[] values = of(
                        optimizer, DoubleStream.generate(() -> 1).limit(updates).toArray())
                .values();
        double[] steps = new double[updates];
        for (int i = 0; i < updates; i++) {
            steps[i] = (i == 0 ? 1 : values[i - 1]) - values[i];
        }
        return steps;
    }
}
