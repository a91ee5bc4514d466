package org.gan4j.tensorflow.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.api.Memory;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.train.Player;
import org.gan4j.tensorflow.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.types.TFloat32;

/** What the loss and the terms read and set within one update. */
public final class UpdateMemory {
    private final KeptValues values;
    private final NetAlgebra<Operand<TFloat32>> algebra;
    private final Map<Player, Map<String, Expr<Operand<TFloat32>>>> next = new EnumMap<>(Player.class);

    public UpdateMemory(KeptValues values, NetAlgebra<Operand<TFloat32>> algebra) {
        this.values = values;
        this.algebra = algebra;
    }

    /** Returns the memory of the loss, for one player's objective. */
    public Memory<Operand<TFloat32>> ofLoss(Player player) {
        return new Part(player, "");
    }

    /** Returns the memory of a term, which belongs to a player's objective. */
    public Memory<Operand<TFloat32>> ofTerm(Player player, String term) {
        return new Part(player, term + ".");
    }

    /** Returns the operations that keep what the objectives of the moving players have set, after an operation. */
    public List<Operation> changes(Collection<Player> moving, Operation barrier) {
        Map<String, Expr<Operand<TFloat32>>> set = new TreeMap<>();
        moving.forEach(player -> set.putAll(next.getOrDefault(player, Map.of())));
        List<Operation> changes = new ArrayList<>();
        set.forEach((name, value) -> {
            Shape shape = algebra.shape(value.raw());
            Variable<TFloat32> variable = values.get(name, shape);
            changes.add(variable.assign(
                    value.raw(), List.of(barrier, variable.read().op())));
            if (shape.rank() == 0) {
                changes.add(values.report(name, value.raw()));
            }
        });
        return changes;
    }

    /** The names of the loss or of one term. */
    private final class Part implements Memory<Operand<TFloat32>> {
        private final Player player;
        private final String prefix;

        private Part(Player player, String prefix) {
            this.player = player;
            this.prefix = prefix;
        }

        @Override
        public Expr<Operand<TFloat32>> get(String name, Shape shape, double first) {
            return Expr.of(algebra, values.get(prefix + name, shape, first).read());
        }

        @Override
        public void set(String name, Expr<Operand<TFloat32>> value) {
            next.computeIfAbsent(player, none -> new TreeMap<>()).put(prefix + name, value.stopGradient());
        }
    }
}
