package org.gan4j.api.laws;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gan4j.api.Law;
import org.gan4j.api.Loss;
import org.gan4j.api.train.Player;
import org.gan4j.plain.Array;
import org.gan4j.plain.RealAlgebra;

/** The laws that hold for every loss, followed by the closed forms that a loss declares. */
public final class LossLaws {
    /** Test logits away from 0 and ±1, where losses may have kinks. The sides differ in size, as batches may. */
    private static final double[] REAL = {-1.7, -0.4, 0.3, 2.1};

    private static final double[] FAKE = {-2.3, -0.6, 0.2, 1.4, 0.7};
    private static final double[] ALONG_REAL = {1, -0.5, 0.75, 0.25};
    private static final double[] ALONG_FAKE = {0.5, 1, -0.25, 0.75, -1};
    /** A logit so near 0 that a smooth slope changes by less than the tolerance. */
    private static final double BESIDE = 1e-8;

    private static final double EXACT = 1e-10;
    private static final double BY_DIFFERENCES = 1e-7;
    private static final double BY_NEIGHBOURS = 1e-6;

    private LossLaws() {}

    /** Checks all laws. */
    public static List<Law> of(Loss loss) {
        List<Law> laws = new ArrayList<>();
        for (Player player : Player.values()) {
            Objective objective = new Objective(loss, player);
            laws.add(scalar(objective));
            for (Side side : Side.values()) {
                laws.add(derivative(objective, side));
                laws.add(slopeAtZero(objective, side));
                laws.add(batchSize(objective, side));
            }
            laws.add(order(objective));
            laws.add(finite(objective));
        }
        laws.addAll(ownLaws(loss));
        return List.copyOf(laws);
    }

    private static List<Law> ownLaws(Loss loss) {
        try {
            return loss.laws();
        } catch (RuntimeException e) {
            return List.of(Law.of("the loss states its own laws", "", 0, () -> {
                throw e;
            }));
        }
    }

    private static Law scalar(Objective objective) {
        return Law.of(owner(objective) + "is one number", "rank " + objective.symbol() + " = 0", 0, () -> objective
                .shape()
                .rank());
    }

    private static Law derivative(Objective objective, Side side) {
        return Law.of(
                BY_DIFFERENCES,
                owner(objective) + "has the slope of its values along " + side.name + " logits",
                "d/dt " + objective.symbol() + side.moved + " at t = 0",
                () -> difference(objective, side),
                () -> objective.slope(REAL, FAKE, side.real(ALONG_REAL), side.fake(ALONG_FAKE)));
    }

    /**
     * Returns the slope by finite differences. Values whose gradient the loss stops are held, because no derivative
     * sees them change.
     */
    private static double difference(Objective objective, Side side) {
        List<Array> stopped = new ArrayList<>();
        RealAlgebra recording = new RealAlgebra().withStopped(x -> {
            stopped.add(x);
            return x;
        });
        objective.value(recording, REAL, FAKE);
        return FiniteDifference.atZero(t -> {
            Iterator<Array> held = stopped.iterator();
            return objective.value(
                    new RealAlgebra().withStopped(x -> held.next()),
                    Side.moved(REAL, t, side.real(ALONG_REAL)),
                    Side.moved(FAKE, t, side.fake(ALONG_FAKE)));
        });
    }

    /** A last layer that starts at zero gives exact zeros, where a composed function may have a wrong slope. */
    private static Law slopeAtZero(Objective objective, Side side) {
        return Law.of(
                BY_NEIGHBOURS,
                owner(objective) + "has a slope at " + side.name + " logits 0 between those on both sides of 0",
                "d/dt " + objective.symbol() + side.moved + " at real = fake = 0",
                () -> {
                    double below = slopeNearZero(objective, side, -BESIDE);
                    double above = slopeNearZero(objective, side, BESIDE);
                    double at = slopeNearZero(objective, side, 0);
                    return Math.max(Math.min(below, above), Math.min(Math.max(below, above), at));
                },
                () -> slopeNearZero(objective, side, 0));
    }

    private static double slopeNearZero(Objective objective, Side side, double t) {
        double[] ones = {1, 1};
        double[] zeros = {0, 0};
        return objective.slope(
                Side.moved(zeros, t, side.real(ones)),
                Side.moved(zeros, t, side.fake(ones)),
                side.real(ones),
                side.fake(ones));
    }

    private static Law batchSize(Objective objective, Side side) {
        return Law.of(
                EXACT,
                owner(objective) + "does not depend on the number of " + side.name + " examples",
                objective.symbol() + " with each " + side.name + " logit twice",
                () -> objective.value(REAL, FAKE),
                () -> objective.value(side == Side.REAL ? twice(REAL) : REAL, side == Side.FAKE ? twice(FAKE) : FAKE));
    }

    private static Law order(Objective objective) {
        return Law.of(
                EXACT,
                owner(objective) + "does not depend on the order of the examples",
                objective.symbol() + " with both sides reversed",
                () -> objective.value(REAL, FAKE),
                () -> objective.value(reversed(REAL), reversed(FAKE)));
    }

    private static Law finite(Objective objective) {
        double domain = objective.loss().domain();
        return Law.of(
                owner(objective) + "and its slopes are finite up to logits of ±" + Law.text(domain),
                "values that are not finite = 0",
                0,
                () -> infinities(objective, domain));
    }

    private static double infinities(Objective objective, double domain) {
        double[] logits = {-domain, 0, domain};
        return DoubleStream.of(logits)
                .boxed()
                .flatMap(real -> DoubleStream.of(logits).boxed().flatMap(fake -> DoubleStream.of(
                                objective.value(real, fake),
                                objective.realSlope(real, fake),
                                objective.fakeSlope(real, fake))
                        .boxed()))
                .filter(value -> !Double.isFinite(value))
                .count();
    }

    private static String owner(Objective objective) {
        return "the " + objective.player() + "'s objective ";
    }

    private static double[] twice(double[] values) {
        return DoubleStream.concat(DoubleStream.of(values), DoubleStream.of(values))
                .toArray();
    }

    private static double[] reversed(double[] values) {
        return IntStream.rangeClosed(1, values.length)
                .mapToDouble(i -> values[values.length - i])
                .toArray();
    }
}
