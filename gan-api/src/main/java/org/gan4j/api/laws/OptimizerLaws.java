package org.gan4j.api.laws;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.Law;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.rule.RateDecay;
import org.gan4j.api.train.rule.RatedRule;
import org.gan4j.plain.Array;
import org.gan4j.plain.PlainSlots;
import org.gan4j.plain.RealAlgebra;

/** The laws that hold for every optimizer. */
public final class OptimizerLaws {
    private static final Shape SHAPE = Shape.of(2);
    private static final int UPDATES = 20;

    private OptimizerLaws() {}

    /** Checks all laws, for the rule of each player where they differ. */
    public static List<Law> of(Optimizer optimizer) {
        Optimizer one = optimizer.of(Player.DISCRIMINATOR);
        Optimizer other = optimizer.of(Player.GENERATOR);
        return one.equals(other)
                ? of(one, "")
                : Stream.concat(
                                of(one, Player.DISCRIMINATOR + ": ").stream(),
                                of(other, Player.GENERATOR + ": ").stream())
                        .toList();
    }

    private static List<Law> of(Optimizer optimizer, String whose) {
        List<Law> laws = new ArrayList<>(List.of(
                Law.of(whose + "an update keeps the parameter's shape", "rank θ = 1", 1, () -> follow(optimizer, 1, 0.5)
                        .shape()
                        .rank()),
                rises(optimizer, whose, 0.5),
                rises(optimizer, whose, -3),
                finite(optimizer, whose, 0),
                finite(optimizer, whose, 1e-30),
                finite(optimizer, whose, 1e6)));
        if (optimizer instanceof RatedRule) {
            laws.add(Law.of(
                    whose + "an update at a rate that has fallen to 0 leaves the parameter",
                    "θ₁ - θ₀ = 0",
                    0,
                    () -> follow(new Stopped(optimizer), 1, 0.5).values()[0]));
        }
        return laws;
    }

    /** A decay to 0 from the first update on. */
    private record Stopped(Optimizer rule) implements RateDecay {
        @Override
        public Optimizer around(Optimizer other) {
            return new Stopped(other);
        }

        @Override
        public <T> Expr<T> factor(Expr<T> updates) {
            return updates.constant(0);
        }
    }

    private static Law rises(Optimizer optimizer, String whose, double gradient) {
        return Law.of(
                whose + "the first update never goes along the gradient, which is " + gradient,
                "max(0, (θ₁ - θ₀)·g) = 0",
                0,
                () -> Math.max(0, follow(optimizer, 1, gradient).values()[0] * gradient));
    }

    private static Law finite(Optimizer optimizer, String whose, double gradient) {
        return Law.of(
                whose + UPDATES + " updates by gradients of " + gradient + " leave the parameter finite",
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
