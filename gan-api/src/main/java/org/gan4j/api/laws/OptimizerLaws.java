package org.gan4j.api.laws;

import java.util.Arrays;
import java.util.List;
import org.gan4j.api.Law;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.train.Optimizer;
import org.gan4j.plain.Array;
import org.gan4j.plain.PlainSlots;
import org.gan4j.plain.RealAlgebra;

/** The laws that hold for every optimizer. */
public final class OptimizerLaws {
    private static final Shape SHAPE = Shape.of(2);
    private static final int UPDATES = 20;

    private OptimizerLaws() {}

    /** Checks all laws. */
    public static List<Law> of(Optimizer optimizer) {
        return List.of(
                Law.of("an update keeps the parameter's shape", "rank θ = 1", 1, () -> follow(optimizer, 1, 0.5)
                        .shape()
                        .rank()),
                rises(optimizer, 0.5),
                rises(optimizer, -3),
                finite(optimizer, 0),
                finite(optimizer, 1e-30),
                finite(optimizer, 1e6));
    }

    private static Law rises(Optimizer optimizer, double gradient) {
        return Law.of(
                "the first update never goes along the gradient, which is " + gradient,
                "max(0, (θ₁ - θ₀)·g) = 0",
                0,
                () -> Math.max(0, follow(optimizer, 1, gradient).values()[0] * gradient));
    }

    private static Law finite(Optimizer optimizer, double gradient) {
        return Law.of(
                UPDATES + " updates by gradients of " + gradient + " leave the parameter finite",
                "values that are not finite = 0",
                0,
                () -> Arrays.stream(follow(optimizer, UPDATES, gradient).values())
                        .filter(value -> !Double.isFinite(value))
                        .count());
    }

    /** Returns the parameter after repeated updates with one gradient, from 0 on. */
    private static Array follow(Optimizer optimizer, int updates, double gradient) {
        PlainSlots slots = new PlainSlots(new RealAlgebra(), SHAPE);
        Array parameter = Array.filled(SHAPE, 0);
        for (int i = 0; i < updates; i++) {
            parameter = slots.update(optimizer, parameter, Array.filled(SHAPE, gradient));
        }
        return parameter;
    }
}
