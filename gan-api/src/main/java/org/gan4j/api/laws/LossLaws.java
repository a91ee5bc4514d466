package org.gan4j.api.laws;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.gan4j.api.Law;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.Loss;
import org.gan4j.api.laws.LogitBatch.Side;
import org.gan4j.api.train.Player;
import org.gan4j.plain.Array;
import org.gan4j.plain.RealAlgebra;

/** The laws that hold for every loss, followed by the closed forms that a loss declares. */
public final class LossLaws {
    /** A logit so near 0 that a smooth slope changes by less than the tolerance. */
    private static final double BESIDE = 1e-8;

    /** How far logits are from the boundary between real and generated: near enough for targets and kinks of losses. */
    private static final double TO_BOUNDARY = 0.5;

    private static final double ADDED = 1;
    private static final double BY_DIFFERENCES = 1e-7;
    private static final double BY_NEIGHBOURS = 1e-6;

    private LossLaws() {}

    /** Checks all laws. */
    public static List<Law> of(Loss loss) {
        LogitBatch batch = LogitBatch.of(loss);
        List<Law> laws = new ArrayList<>();
        for (Player player : Player.values()) {
            Objective objective = new Objective(loss, player);
            laws.add(scalar(objective));
            for (Side side : Side.values()) {
                laws.add(derivative(objective, side, batch));
                laws.add(slopeAtZero(objective, side));
            }
            laws.addAll(batch.laws(objective));
            laws.addAll(MemoryLaws.of(objective, batch.real(), batch.fake()));
            laws.add(finite(objective));
        }
        laws.addAll(orientation(loss));
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
        return Law.of(objective.owner() + "is one number", "rank " + objective.symbol() + " = 0", 0, () -> objective
                .shape()
                .rank());
    }

    private static Law derivative(Objective objective, Side side, LogitBatch batch) {
        return Law.of(
                BY_DIFFERENCES,
                objective.owner() + "has the slope of its values along " + side.name + " logits",
                "d/dt " + objective.symbol() + side.moved + " at t = 0",
                () -> difference(objective, side, batch),
                () -> objective.slope(
                        batch.real(), batch.fake(), side.real(batch.alongReal()), side.fake(batch.alongFake())));
    }

    /**
     * Returns the slope by finite differences. Values whose gradient the loss stops are held, because no derivative
     * sees them change.
     */
    private static double difference(Objective objective, Side side, LogitBatch batch) {
        List<Array> stopped = new ArrayList<>();
        RealAlgebra recording = new RealAlgebra().withStopped(x -> {
            stopped.add(x);
            return x;
        });
        objective.value(recording, batch.real(), batch.fake());
        return FiniteDifference.atZero(t -> {
            Iterator<Array> held = stopped.iterator();
            return objective.value(
                    new RealAlgebra().withStopped(x -> held.next()),
                    FiniteDifference.moved(batch.real(), t, side.real(batch.alongReal())),
                    FiniteDifference.moved(batch.fake(), t, side.fake(batch.alongFake())));
        });
    }

    /** A last layer that starts at zero gives exact zeros, where a composed function may have a wrong slope. */
    private static Law slopeAtZero(Objective objective, Side side) {
        return Law.of(
                BY_NEIGHBOURS,
                objective.owner() + "has a slope at " + side.name + " logits 0 between those on both sides of 0",
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
                FiniteDifference.moved(zeros, t, side.real(ones)),
                FiniteDifference.moved(zeros, t, side.fake(ones)),
                side.real(ones),
                side.fake(ones));
    }

    private static Law finite(Objective objective) {
        double domain = objective.loss().domain();
        return Law.of(
                objective.owner() + "and its slopes are finite up to logits of ±" + Law.text(domain),
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

    private static List<Law> orientation(Loss loss) {
        Objective discriminator = new Objective(loss, Player.DISCRIMINATOR);
        Objective generator = new Objective(loss, Player.GENERATOR);
        LogitMeaning logits = loss.logits();
        double centre = logits.hasBoundary() ? logits.boundary() : 0;
        List<Law> laws = new ArrayList<>();
        laws.add(separation(discriminator, centre - TO_BOUNDARY, centre + TO_BOUNDARY));
        laws.add(improvement(generator, centre - TO_BOUNDARY, centre + TO_BOUNDARY));
        if (logits.hasBoundary()) {
            laws.add(boundary(discriminator, centre));
        } else if (logits.differences()) {
            laws.add(shift(discriminator, LogitBatch.of(loss)));
        }
        return laws;
    }

    /**
     * A slope at one point would not do: an objective with targets is flat at a target, and rises beyond it. Two
     * exchanged logits tell which side is meant to be higher, wherever the targets are.
     */
    private static Law separation(Objective objective, double low, double high) {
        return Law.of(
                "a larger logit means more real: " + objective.owner()
                        + "is less where real logits are the larger ones",
                "sign(L_D(real = " + Law.text(high) + ", fake = " + Law.text(low) + ") - L_D(real = " + Law.text(low)
                        + ", fake = " + Law.text(high) + "))",
                -1,
                () -> Math.signum(objective.value(high, low) - objective.value(low, high)));
    }

    private static Law improvement(Objective objective, double low, double high) {
        return Law.of(
                "a larger logit means more real: " + objective.owner()
                        + "falls when the logit of a rejected example rises",
                "sign(dL_G/da) at fake a = " + Law.text(low) + ", real = " + Law.text(high),
                -1,
                () -> Math.signum(objective.fakeSlope(high, low)));
    }

    private static Law boundary(Objective objective, double logit) {
        return Law.of(
                "an example that is as likely real as generated has the logit " + Law.text(logit),
                "dL_D/da at real a + dL_D/da at fake a = 0 at a = " + Law.text(logit),
                0,
                () -> objective.realSlope(logit, logit) + objective.fakeSlope(logit, logit));
    }

    private static Law shift(Objective objective, LogitBatch batch) {
        return batch.unchanged(
                objective,
                objective.owner() + "depends on the differences of logits alone",
                "L_D with " + Law.text(ADDED) + " added to all logits",
                plus(batch.real()),
                plus(batch.fake()));
    }

    private static double[] plus(double[] logits) {
        return DoubleStream.of(logits).map(a -> a + ADDED).toArray();
    }
}
