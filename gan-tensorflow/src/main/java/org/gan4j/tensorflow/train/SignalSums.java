package org.gan4j.tensorflow.train;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.metric.TrainingSignals;
import org.gan4j.api.train.Player;
import org.gan4j.tensorflow.graph.Nodes;
import org.gan4j.tensorflow.graph.Variable;
import org.gan4j.tensorflow.graph.Variables;
import org.gan4j.tensorflow.host.GraphSession;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;

/**
 * Running sums of training signals, one vector a player, in float64 so that long sums lose nothing. They are fetched once for
 * many updates, because a fetch costs more than an addition.
 */
final class SignalSums {
    private final Nodes nodes;
    /** Signals of an update by the player that it moves, in the order of the sums; a count follows them. */
    private final Map<Player, List<String>> names;

    private final Map<Player, Variable<TFloat64>> sums = new EnumMap<>(Player.class);
    private final Map<Player, Operation> resets = new EnumMap<>(Player.class);

    SignalSums(Nodes nodes, Variables variables, LogitMeaning logits) {
        this.nodes = nodes;
        names = Map.of(
                Player.DISCRIMINATOR,
                Stream.of(
                                Stream.of(TrainingSignals.LOSS_D),
                                TrainingSignals.ofLogits(logits).stream(),
                                Stream.of(TrainingSignals.GRADIENT_D))
                        .flatMap(signals -> signals)
                        .toList(),
                Player.GENERATOR,
                List.of(TrainingSignals.LOSS_G, TrainingSignals.GRADIENT_G));
        for (Player player : Player.values()) {
            Shape shape = Shape.of(Objects.requireNonNull(names.get(player)).size() + 1);
            Operand<TFloat64> zeros = nodes.cast(nodes.fill(shape, 0), DataType.DT_DOUBLE);
            Variable<TFloat64> sum = variables.create("sums." + player, DataType.DT_DOUBLE, shape, zeros);
            sums.put(player, sum);
            resets.put(player, sum.assign(zeros, List.of(sum.read().op())));
        }
    }

    /** Adds the signals of one update, by name. */
    Operation add(Player player, Function<String, Operand<TFloat32>> signals) {
        List<Operand<TFloat32>> row = new ArrayList<>();
        Objects.requireNonNull(names.get(player)).forEach(name -> row.add(signals.apply(name)));
        row.add(nodes.constant(1.0));
        return Objects.requireNonNull(sums.get(player)).add(nodes.cast(nodes.pack(row), DataType.DT_DOUBLE), List.of());
    }

    /** Returns the means since the last call, of players that moved, and resets the sums. */
    Map<String, Double> take(GraphSession session) {
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((player, sum) -> {
            double[] values = session.doubles(sum.read(), List.of(resets.get(player)));
            List<String> order = Objects.requireNonNull(names.get(player));
            double count = values[order.size()];
            for (int i = 0; i < order.size() && count > 0; i++) {
                means.put(order.get(i), values[i] / count);
            }
        });
        return means;
    }
}
