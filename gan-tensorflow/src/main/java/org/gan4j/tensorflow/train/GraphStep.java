package org.gan4j.tensorflow.train;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.Loss;
import org.gan4j.api.Memory;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.train.Draws;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.tensorflow.graph.GraphNoise;
import org.gan4j.tensorflow.graph.Parameters;
import org.gan4j.tensorflow.memory.UpdateMemory;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * One update as its terms see it, and as one of its players does where the players see the discriminator differently.
 * Signals are remembered, and those that the update computes in any case are known from the start.
 */
final class GraphStep implements Step<Operand<TFloat32>> {
    private final Shared shared;
    private final PlayerNets nets;
    private final NetAlgebra<Operand<TFloat32>> net;
    private final Player player;
    private final Memory<Operand<TFloat32>> memory;
    private final Map<Signal, Expr<Operand<TFloat32>>> known;
    private final Map<Player, Expr<Operand<TFloat32>>> objectives;

    /** What all views of one update have in common. */
    record Shared(
            Loss loss,
            TermGradients gradients,
            Batch batch,
            GraphNoise noise,
            UpdateMemory kept,
            Parameters parameters) {}

    private GraphStep(
            Shared shared,
            PlayerNets nets,
            Player player,
            Memory<Operand<TFloat32>> memory,
            Map<Signal, Expr<Operand<TFloat32>>> known,
            Map<Player, Expr<Operand<TFloat32>>> objectives) {
        this.shared = shared;
        this.nets = nets;
        this.net = shared.gradients.net();
        this.player = player;
        this.memory = memory;
        this.known = known;
        this.objectives = objectives;
    }

    /** Creates the step of an update as the discriminator sees it. */
    static GraphStep of(Shared shared, PlayerNets nets) {
        return of(shared, nets, Player.DISCRIMINATOR);
    }

    private static GraphStep of(Shared shared, PlayerNets nets, Player player) {
        return new GraphStep(
                shared,
                nets,
                player,
                Memory.ofFirstValues(shared.gradients.net()),
                new HashMap<>(),
                new EnumMap<>(Player.class));
    }

    /** Returns the same step as a term of this name sees it, which has a memory of its own. */
    GraphStep forTerm(String name) {
        return new GraphStep(shared, nets, player, shared.kept.ofTerm(player, name), known, objectives);
    }

    /** Returns the same update, made from the same batch and examples, as a player sees it. */
    GraphStep seenBy(Player other) {
        PlayerNets theirs = nets.seenBy(other);
        if (theirs.equals(nets)) {
            return new GraphStep(shared, nets, other, memory, known, objectives);
        }
        GraphStep step = of(shared, theirs, other);
        step.known.put(Signal.FAKE, get(Signal.FAKE));
        return step;
    }

    /** Returns both sides' logits, computed together. */
    Scores<Operand<TFloat32>> together() {
        Scores<Operand<TFloat32>> scores =
                nets.scores(net, get(Signal.REAL).raw(), get(Signal.FAKE).raw());
        known.put(Signal.score(Signal.REAL), scores.real());
        known.put(Signal.score(Signal.FAKE), scores.fake());
        return scores;
    }

    /**
     * Returns both sides' logits. Unless they are known, each side is computed on its own, so that an unused side is
     * not computed.
     */
    Scores<Operand<TFloat32>> scores() {
        Expr<Operand<TFloat32>> fake = get(Signal.score(Signal.FAKE));
        return new Scores<>(get(Signal.score(Signal.REAL)), fake);
    }

    @Override
    public Expr<Operand<TFloat32>> get(Signal signal) {
        Expr<Operand<TFloat32>> value = known.get(signal);
        if (value == null) {
            value = signal.compute(this);
            known.put(signal, value);
        }
        return value;
    }

    @Override
    public Player player() {
        return player;
    }

    @Override
    public Draws draws() {
        return shared.batch.draws();
    }

    @Override
    public Expr<Operand<TFloat32>> feed(String name) {
        return Expr.of(net, shared.batch.get(name));
    }

    @Override
    public Expr<Operand<TFloat32>> apply(Player who, Expr<Operand<TFloat32>> input) {
        return Expr.of(net, nets.apply(net, who, input.raw()));
    }

    @Override
    public Expr<Operand<TFloat32>> apply(Player who, Expr<Operand<TFloat32>> input, String head) {
        return nets.head(net, who, input.raw(), head);
    }

    @Override
    public SortedMap<String, Expr<Operand<TFloat32>>> weights(Player who) {
        SortedMap<String, Expr<Operand<TFloat32>>> weights = new TreeMap<>();
        shared.parameters
                .of(who)
                .forEach(weight -> weights.put(
                        weight.name(),
                        Expr.of(net, net.parameter(new Scope(weight.name()), weight.shape(), new Constant(0)))));
        return weights;
    }

    @Override
    public Expr<Operand<TFloat32>> objective(Player who) {
        return objectives.computeIfAbsent(who, owner -> owner.objective(shared.loss, scores(shared.loss, owner)));
    }

    /**
     * Returns both sides' logits for an objective under some loss. A loss that is not the one of the experiment has kept
     * nothing.
     */
    Scores<Operand<TFloat32>> scores(Loss of, Player who) {
        return of.equals(shared.loss) ? scores().with(shared.kept.ofLoss(who)) : scores();
    }

    @Override
    public Memory<Operand<TFloat32>> memory() {
        return memory;
    }

    @Override
    public Noise<Operand<TFloat32>> noise() {
        return shared.noise;
    }

    @Override
    public Expr<Operand<TFloat32>> gradient(Expr<Operand<TFloat32>> scalar, Expr<Operand<TFloat32>> with) {
        return scalar.with(shared.gradients.gradient().apply(scalar.raw(), with.raw()));
    }
}
