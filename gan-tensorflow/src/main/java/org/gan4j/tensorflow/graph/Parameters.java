package org.gan4j.tensorflow.graph;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.train.Player;
import org.tensorflow.Operand;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;

/** The trainable weights of both players by name, created the first time a layer asks for them. */
public final class Parameters {
    private final Nodes nodes;
    private final Variables variables;
    private final Streams streams;
    private final Supplier<double[]> dataMean;
    private final SortedMap<String, Variable<TFloat32>> byName = new TreeMap<>();

    /** @param dataMean the mean of each data dimension over the training split, computed only if an initializer asks */
    public Parameters(Nodes nodes, Variables variables, Streams streams, Supplier<double[]> dataMean) {
        this.nodes = nodes;
        this.variables = variables;
        this.streams = streams;
        this.dataMean = dataMean;
    }

    Variable<TFloat32> get(Scope at, Shape shape, Initializer initializer) {
        Variable<TFloat32> known = byName.get(at.name());
        if (known == null) {
            return create(at, shape, initializer);
        }
        if (!known.shape().equals(shape)) {
            throw new IllegalArgumentException(
                    "the weights " + at + " have the shape " + known.shape() + ", and were asked for as " + shape);
        }
        return known;
    }

    private Variable<TFloat32> create(Scope at, Shape shape, Initializer initializer) {
        owner(at.name());
        GraphAlgebra algebra = GraphAlgebra.evaluating(nodes, this, streams);
        Operand<TFloat32> first = initializer
                .values(new FirstValues(algebra, streams.of("init." + at, nodes.constant(0L)), shape, dataMean))
                .raw();
        if (!Nodes.shape(first).equals(shape)) {
            throw new IllegalArgumentException(initializer + " gave values of shape " + Nodes.shape(first)
                    + " for the weights " + at + " of shape " + shape);
        }
        Variable<TFloat32> variable = variables.create(at.name(), DataType.DT_FLOAT, shape, first);
        byName.put(at.name(), variable);
        return variable;
    }

    /** Returns the weights of one player, by name. */
    public List<Variable<TFloat32>> of(Player player) {
        return byName.values().stream()
                .filter(variable -> owner(variable.name()) == player)
                .toList();
    }

    /** Returns all weights, by name. */
    public Collection<Variable<TFloat32>> all() {
        return List.copyOf(byName.values());
    }

    /** Returns the player that has a weight of this name. */
    public static Player owner(String name) {
        for (Player player : Player.values()) {
            if (name.startsWith(player.scope() + ".")) {
                return player;
            }
        }
        throw new IllegalArgumentException(
                "the weights " + name + " belong to no player; name them within " + List.of(Player.values()));
    }
}
