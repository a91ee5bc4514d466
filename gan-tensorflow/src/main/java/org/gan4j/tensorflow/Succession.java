package org.gan4j.tensorflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.rule.RuleWrapper;
import org.gan4j.tensorflow.graph.Nodes;
import org.gan4j.tensorflow.graph.Parameters;
import org.gan4j.tensorflow.graph.Variable;
import org.gan4j.tensorflow.graph.Variables;
import org.gan4j.tensorflow.host.Feeds;
import org.gan4j.tensorflow.host.GraphSession;
import org.gan4j.tensorflow.memory.KeptValues;
import org.gan4j.tensorflow.rule.PlayerUpdates;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * What a run can leave to another one.
 *
 * @param experiment what it trains
 * @param variables  those of its graph
 */
record Succession(Experiment experiment, Nodes nodes, Variables variables, GraphSession session) {
    /** Takes over from another run what both have in common, and returns what begins anew, in words. */
    List<String> takeFrom(Succession other) {
        List<Variable<TFloat32>> own = variables.saved(DataType.DT_FLOAT);
        Map<String, Variable<TFloat32>> theirs = other.byName();
        requireWeights(own, theirs);
        List<String> anew = new ArrayList<>();
        List<Player> going = new ArrayList<>();
        for (Player player : Player.values()) {
            if (rules(player).equals(other.rules(player))) {
                going.add(player);
            } else {
                anew.add("the optimizer’s state of the " + player);
            }
        }
        boolean sameLoss = experiment
                .parts()
                .loss()
                .name()
                .equals(other.experiment.parts().loss().name());
        Map<Variable<TFloat32>, Variable<TFloat32>> taken = new LinkedHashMap<>();
        for (Variable<TFloat32> variable : own) {
            Variable<TFloat32> same = theirs.get(variable.name());
            if (same != null && same.shape().equals(variable.shape()) && goesOn(variable.name(), going, sameLoss)) {
                taken.put(variable, same);
            } else if (variable.name().startsWith(KeptValues.PREFIX)) {
                anew.add("what is kept as " + variable.name().substring(KeptValues.PREFIX.length()));
            }
        }
        assign(taken, other.session);
        going.forEach(player -> count("updates." + player, other.counter("updates." + player)));
        for (Player player : Player.values()) {
            count("draws." + player, other.counter("draws." + player));
        }
        return anew;
    }

    /** Returns whether the batches of another run's epoch, or its endless draws, go on in this one. */
    boolean hasBatchesOf(Succession other) {
        Dataset data = experiment.parts().dataset().value();
        return data instanceof Dataset.Sampler
                || experiment.batch() == other.experiment.batch()
                        && data.equals(other.experiment.parts().dataset().value());
    }

    /** Sets the number of batches that a player has drawn. */
    void countDraws(Player player, long number) {
        count("draws." + player, number);
    }

    private Map<String, Variable<TFloat32>> byName() {
        return variables.<TFloat32>saved(DataType.DT_FLOAT).stream()
                .collect(Collectors.toMap(Variable::name, variable -> variable));
    }

    private static boolean goesOn(String name, List<Player> going, boolean sameLoss) {
        if (isSlot(name)) {
            return going.contains(Parameters.owner(name.substring(PlayerUpdates.SLOT_PREFIX.length())));
        }
        // What a term keeps has the term's name and a dot before its own.
        return !isKept(name) || sameLoss || name.indexOf('.', KeptValues.PREFIX.length()) > 0;
    }

    private static boolean isSlot(String name) {
        return name.startsWith(PlayerUpdates.SLOT_PREFIX);
    }

    private static boolean isKept(String name) {
        return name.startsWith(KeptValues.PREFIX);
    }

    private static void requireWeights(List<Variable<TFloat32>> own, Map<String, Variable<TFloat32>> theirs) {
        Map<String, Shape> expected = shapes(own);
        Map<String, Shape> found = shapes(theirs.values());
        expected.forEach((name, shape) -> {
            Shape there = found.get(name);
            if (!shape.equals(there)) {
                throw new InvalidInput(
                        name.substring(0, name.indexOf('.')),
                        "the weights " + name + " have the shape " + shape + ", and "
                                + (there == null
                                        ? "the run before has none of this name"
                                        : "they had the shape " + there)
                                + ", so they cannot be carried over; begin at step 0 instead");
            }
        });
        if (!found.equals(expected)) {
            found.keySet().removeAll(expected.keySet());
            String name = found.keySet().iterator().next();
            throw new InvalidInput(
                    name.substring(0, name.indexOf('.')),
                    "the run before has the weights " + name
                            + ", which have no place here, so they cannot be carried over; begin at step 0 instead");
        }
    }

    private static Map<String, Shape> shapes(Iterable<Variable<TFloat32>> variables) {
        Map<String, Shape> shapes = new HashMap<>();
        variables.forEach(variable -> {
            if (!isSlot(variable.name()) && !isKept(variable.name())) {
                shapes.put(variable.name(), variable.shape());
            }
        });
        return shapes;
    }

    /** Returns the class of a player's rule, and those of the rules that it wraps. */
    private List<Class<?>> rules(Player player) {
        List<Class<?>> rules = new ArrayList<>();
        Optimizer rule = experiment.parts().optimizer().value().of(player);
        while (rule instanceof RuleWrapper wrapper) {
            rules.add(rule.getClass());
            rule = wrapper.rule();
        }
        rules.add(rule.getClass());
        return rules;
    }

    private void assign(Map<Variable<TFloat32>, Variable<TFloat32>> taken, GraphSession from) {
        List<FloatTensor> values = from.floats(
                Feeds.none(), taken.values().stream().map(Variable::read).toList(), List.of());
        List<Operation> assigned = new ArrayList<>();
        try (Feeds feeds = new Feeds()) {
            taken.keySet().forEach(variable -> {
                Output<TFloat32> value = nodes.placeholder("taken", DataType.DT_FLOAT, variable.shape());
                feeds.with(value, values.get(assigned.size()));
                assigned.add(variable.assign(value, List.of()));
            });
            session.run(feeds, assigned);
        }
    }

    private long counter(String name) {
        return session.number(whole(name).read());
    }

    private void count(String name, long number) {
        Output<TInt64> value = nodes.placeholder("counted", DataType.DT_INT64, Shape.of());
        try (Feeds feeds = new Feeds().with(value, number)) {
            session.run(feeds, List.of(whole(name).assign(value, List.of())));
        }
    }

    private Variable<TInt64> whole(String name) {
        return Objects.requireNonNull(variables.<TInt64>saved(DataType.DT_INT64).stream()
                .collect(Collectors.toMap(Variable::name, variable -> variable))
                .get(name));
    }
}
