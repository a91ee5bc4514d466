package org.gan4j.tensorflow.train;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.gan4j.tensorflow.backward.SharedPass;
import org.gan4j.tensorflow.graph.Gradients;
import org.gan4j.tensorflow.graph.GraphAlgebra;
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

    /**
     * Both sides' logits.
     *
     * @param shared the pass that they come from, if one way back through it serves both players
     */
    record Together(Scores<Operand<TFloat32>> scores, Optional<SharedPass> shared) {}

    /**
     * Returns both sides' logits, computed together: in one pass if the examples of a batch do not interact, otherwise in two.
     *
     * @param share whether both players' objectives are computed from the logits and from nothing else
     */
    Together together(Gradients derivatives, boolean share) {
        Operand<TFloat32> real = get(Signal.REAL).raw();
        Operand<TFloat32> fake = get(Signal.FAKE).raw();
        if (!nets.separatesExamples()) {
            return known(new Scores<>(logits(nets.score(net, real)), logits(nets.score(net, fake))), Optional.empty());
        }
        Operand<TFloat32> batch = net.concat(0, List.of(real, fake));
        Operand<TFloat32> logits = nets.score(net, batch);
        Optional<SharedPass> shared = share && net instanceof GraphAlgebra graph
                ? SharedPass.of(graph, derivatives, batch, fake, logits)
                : Optional.empty();
        return known(shared.map(SharedPass::scores).orElseGet(() -> halves(logits)), shared);
    }

    private Together known(Scores<Operand<TFloat32>> scores, Optional<SharedPass> shared) {
        known.put(Signal.score(Signal.REAL), scores.real());
        known.put(Signal.score(Signal.FAKE), scores.fake());
        return new Together(scores, shared);
    }

    private Scores<Operand<TFloat32>> halves(Operand<TFloat32> logits) {
        List<Operand<TFloat32>> halves = PlayerNets.halves(net, logits);
        return new Scores<>(logits(halves.get(0)), logits(halves.get(1)));
    }

    private Expr<Operand<TFloat32>> logits(Operand<TFloat32> raw) {
        return Expr.of(net, raw);
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
