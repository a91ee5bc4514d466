package org.gan4j.tensorflow.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Player;
import org.gan4j.tensorflow.graph.GraphAlgebra;
import org.gan4j.tensorflow.graph.Parameters;
import org.gan4j.tensorflow.graph.Variable;
import org.gan4j.tensorflow.graph.Variables;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** Applies each player's optimizer, and counts each player's updates. */
public final class PlayerUpdates {
    /** How the names of slots' variables begin; the name of the weight and that of the slot follow. */
    public static final String SLOT_PREFIX = "slot.";

    private final GraphAlgebra algebra;
    private final Map<Player, OptimizerOps> rules = new EnumMap<>(Player.class);
    private final Map<Player, Variable<TInt64>> updates = new EnumMap<>(Player.class);

    public PlayerUpdates(Optimizer optimizer, GraphAlgebra algebra, Variables variables) {
        this.algebra = algebra;
        for (Player player : Player.values()) {
            rules.put(player, new OptimizerOps(optimizer.of(player), algebra, variables));
            updates.put(player, variables.counter("updates." + player));
        }
    }

    /** Returns the number of updates that a player has made. */
    public Variable<TInt64> updates(Player player) {
        return Objects.requireNonNull(updates.get(player));
    }

    /** Returns the operations that move a player's weights along their gradients and count the update. */
    public List<Operation> move(
            Player player, List<Variable<TFloat32>> weights, List<Output<TFloat32>> gradients, Operation barrier) {
        OptimizerOps rule = Objects.requireNonNull(rules.get(player));
        List<Operand<TFloat32>> by = rule.gradients(gradients);
        List<Operation> changes = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            changes.addAll(rule.update(weights.get(i), by.get(i), made(player), barrier));
        }
        changes.add(updates(player).add(algebra.nodes().constant(1L), List.of(barrier)));
        return changes;
    }

    /** Returns the value to use for a weight wherever its net is not trained. */
    public Operand<TFloat32> used(Variable<TFloat32> weight) {
        Player player = Parameters.owner(weight.name());
        return Objects.requireNonNull(rules.get(player)).used(weight, made(player));
    }

    private Expr<Operand<TFloat32>> made(Player player) {
        return algebra.expr(algebra.nodes().cast(updates(player).read(), DataType.DT_FLOAT));
    }
}
