package org.gan4j.tensorflow.graph;

import java.util.Collection;
import java.util.List;
import java.util.Map;
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

/** The trained weights and the kept states of both players by name, created the first time a layer asks for them. */
public final class Parameters {
    private final Nodes nodes;
    private final Variables variables;
    private final Streams streams;
    private final Supplier<double[]> dataMean;
    private final SortedMap<String, Variable<TFloat32>> trained = new TreeMap<>();
    private final SortedMap<String, Variable<TFloat32>> states = new TreeMap<>();

    /** @param dataMean the mean of each data dimension over the training split, computed only if an initializer asks */
    public Parameters(Nodes nodes, Variables variables, Streams streams, Supplier<double[]> dataMean) {
        this.nodes = nodes;
        this.variables = variables;
        this.streams = streams;
        this.dataMean = dataMean;
    }

    Variable<TFloat32> get(Scope at, Shape shape, Initializer initializer) {
        return get(trained, states, at, shape, initializer);
    }

    /** Returns the value before an update of a tensor that a layer keeps between updates. */
    Operand<TFloat32> state(Scope at, Shape shape, Initializer first) {
        return get(states, trained, at, shape, first).read();
    }

    private Variable<TFloat32> get(
            Map<String, Variable<TFloat32>> own,
            Map<String, Variable<TFloat32>> others,
            Scope at,
            Shape shape,
            Initializer initializer) {
        if (others.containsKey(at.name())) {
            throw new IllegalArgumentException(at + " is asked for as trained weights and as a state; name them apart");
        }
        Variable<TFloat32> known = own.get(at.name());
        if (known == null) {
            Variable<TFloat32> created = create(at, shape, initializer);
            own.put(at.name(), created);
            return created;
        }
        if (!known.shape().equals(shape)) {
            throw new IllegalArgumentException(
                    at + " has the shape " + known.shape() + ", and was asked for as " + shape);
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
        return variables.create(at.name(), DataType.DT_FLOAT, shape, first);
    }

    /** Returns the trained weights of one player, by name. */
    public List<Variable<TFloat32>> of(Player player) {
        return of(player, trained);
    }

    /** Returns the tensors that the layers of one player keep between updates, by name. */
    public List<Variable<TFloat32>> statesOf(Player player) {
        return of(player, states);
    }

    private static List<Variable<TFloat32>> of(Player player, Map<String, Variable<TFloat32>> variables) {
        return variables.values().stream()
                .filter(variable -> owner(variable.name()) == player)
                .toList();
    }

    /** Returns all trained weights and all states, by name. */
    public Collection<Variable<TFloat32>> all() {
        SortedMap<String, Variable<TFloat32>> all = new TreeMap<>(trained);
        all.putAll(states);
        return List.copyOf(all.values());
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
