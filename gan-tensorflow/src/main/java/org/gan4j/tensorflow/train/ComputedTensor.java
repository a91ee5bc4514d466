package org.gan4j.tensorflow.train;

import java.util.List;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.run.UpdateValue.Kind;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** A tensor that an update computes in any case, and what it is called where an update is inspected. */
public record ComputedTensor(Player player, Kind kind, String name, Operand<TFloat32> tensor) {
    /** Returns examples and logits. An update of the generator need not compute the logits of real examples. */
    static List<ComputedTensor> outputs(Player player, GraphStep step, Scores<Operand<TFloat32>> scores) {
        Expr<Operand<TFloat32>> generated = step.get(Signal.FAKE);
        return player == Player.GENERATOR
                ? List.of(
                        output(player, "generated examples", generated),
                        output(player, "logits of generated examples", scores.fake()))
                : List.of(
                        output(player, "real examples", step.get(Signal.REAL)),
                        output(player, "generated examples", generated),
                        output(player, "logits of real examples", scores.real()),
                        output(player, "logits of generated examples", scores.fake()));
    }

    private static ComputedTensor output(Player player, String name, Expr<Operand<TFloat32>> value) {
        return new ComputedTensor(player, Kind.OUTPUT, name, value.raw());
    }
}
