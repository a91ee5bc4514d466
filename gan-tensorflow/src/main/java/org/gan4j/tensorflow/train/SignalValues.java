package org.gan4j.tensorflow.train;

import org.gan4j.api.LogitMeaning;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.metric.TrainingSignals;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The training signals of one update, computed from its objective, its logits and its gradient.
 *
 * @param logits what the loss takes a logit for
 */
record SignalValues(LogitMeaning logits) {
    /**
     * Returns the value of a signal.
     *
     * @param d both sides' logits
     * @param length of the gradient of the objective
     */
    Operand<TFloat32> value(
            String name, Expr<Operand<TFloat32>> objective, Scores<Operand<TFloat32>> d, Operand<TFloat32> length) {
        return switch (name) {
            case TrainingSignals.LOSS_D, TrainingSignals.LOSS_G -> objective.raw();
            case TrainingSignals.GRADIENT_D, TrainingSignals.GRADIENT_G -> length;
            default -> ofLogits(name, d);
        };
    }

    private Operand<TFloat32> ofLogits(String signal, Scores<Operand<TFloat32>> d) {
        double boundary = logits.boundary();
        Expr<Operand<TFloat32>> value =
                switch (signal) {
                    case TrainingSignals.VALUE ->
                        d.real()
                                .negate()
                                .softplus()
                                .mean()
                                .plus(d.fake().softplus().mean())
                                .negate();
                    case TrainingSignals.D_REAL -> d.real().sigmoid().mean();
                    case TrainingSignals.D_FAKE -> d.fake().sigmoid().mean();
                    case TrainingSignals.FALSE_POSITIVES ->
                        d.fake().greater(boundary).mean();
                    case TrainingSignals.FALSE_NEGATIVES ->
                        d.real().constant(boundary).greater(d.real()).mean();
                    case TrainingSignals.LOGIT_REAL -> d.real().mean();
                    case TrainingSignals.LOGIT_FAKE -> d.fake().mean();
                    case TrainingSignals.LOGIT_DIFFERENCE ->
                        d.real().mean().minus(d.fake().mean());
                    default -> throw new IllegalArgumentException("no signal of logits is called " + signal);
                };
        return value.raw();
    }
}
