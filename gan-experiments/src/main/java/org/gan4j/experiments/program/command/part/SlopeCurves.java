package org.gan4j.experiments.program.command.part;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.gan4j.api.Loss;
import org.gan4j.api.laws.Objective;
import org.gan4j.api.train.Player;

/**
 * How steep a loss is along the logit of one example.
 *
 * @param curves of both objectives
 * @param low    the least slope that is shown
 * @param high   the greatest
 */
record SlopeCurves(List<Curve> curves, double low, double high) {
    /** The logits that are shown lie between minus this and this. */
    static final double REACH = 8;

    /** Slopes beyond these are cut off. */
    private static final double STEEPEST = 3;

    private static final int SAMPLES = 64;

    /**
     * One slope.
     *
     * @param letter its sign in a plot of text
     * @param of     what is differentiated, and by what
     */
    record Curve(char letter, String of, DoubleUnaryOperator slope) {}

    /**
     * Returns the slopes of a loss.
     *
     * @param against the logit that the other side is held at
     */
    static SlopeCurves of(Loss loss, double against) {
        Objective d = new Objective(loss, Player.DISCRIMINATOR);
        Objective g = new Objective(loss, Player.GENERATOR);
        List<Curve> curves = List.of(
                new Curve('r', "L_D by a real example", a -> d.realSlope(a, against)),
                new Curve('f', "L_D by a generated one", a -> d.fakeSlope(against, a)),
                new Curve('g', "L_G by a generated one", a -> g.fakeSlope(against, a)));
        double low = 0;
        double high = 0;
        for (Curve curve : curves) {
            for (int i = 0; i <= SAMPLES; i++) {
                double slope = curve.slope.applyAsDouble(REACH * (2.0 * i / SAMPLES - 1));
                low = Double.isFinite(slope) ? Math.min(low, slope) : low;
                high = Double.isFinite(slope) ? Math.max(high, slope) : high;
            }
        }
        return new SlopeCurves(curves, limited(Math.floor(2 * low) / 2), limited(Math.ceil(2 * high) / 2));
    }

    private static double limited(double slope) {
        return Math.max(-STEEPEST, Math.min(STEEPEST, slope));
    }

    /** Returns whether a slope lies within what is shown. */
    boolean shows(double slope) {
        return slope >= low && slope <= high;
    }
}
