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
    private final Loss loss;
    private final PlayerNets nets;
    private final NetAlgebra<Operand<TFloat32>> net;
    private final TermGradients gradients;
    private final Batch batch;
    private final GraphNoise noise;
    private final UpdateMemory kept;
    private final Parameters parameters;
    private final Memory<Operand<TFloat32>> memory;
    private final Map<Signal, Expr<Operand<TFloat32>>> known;
    private final Map<Player, Expr<Operand<TFloat32>>> objectives;

    GraphStep(
            Loss loss,
            PlayerNets nets,
            TermGradients gradients,
            Batch batch,
            GraphNoise noise,
            UpdateMemory kept,
            Parameters parameters) {
        this(
                loss,
                nets,
                gradients,
                batch,
                noise,
                kept,
                parameters,
                Memory.ofFirstValues(gradients.net()),
                new HashMap<>(),
                new EnumMap<>(Player.class));
    }

    private GraphStep(
            Loss loss,
            PlayerNets nets,
            TermGradients gradients,
            Batch batch,
            GraphNoise noise,
            UpdateMemory kept,
            Parameters parameters,
            Memory<Operand<TFloat32>> memory,
            Map<Signal, Expr<Operand<TFloat32>>> known,
            Map<Player, Expr<Operand<TFloat32>>> objectives) {
        this.loss = loss;
        this.nets = nets;
        this.net = gradients.net();
        this.gradients = gradients;
        this.batch = batch;
        this.noise = noise;
        this.kept = kept;
        this.parameters = parameters;
        this.memory = memory;
        this.known = known;
        this.objectives = objectives;
    }

    /** Returns the same step as one of its terms sees it, which has a memory of its own. */
    GraphStep forTerm(Player player, String name) {
        return new GraphStep(
                loss, nets, gradients, batch, noise, kept, parameters, kept.ofTerm(player, name), known, objectives);
    }

    /** Returns the same update, made from the same batch and examples, as the generator sees it. */
    GraphStep forGenerator() {
        if (nets.shareOneView()) {
            return this;
        }
        GraphStep other = new GraphStep(loss, nets.forGenerator(), gradients, batch, noise, kept, parameters);
        other.known.put(Signal.FAKE, get(Signal.FAKE));
        return other;
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
    public Expr<Operand<TFloat32>> feed(String name) {
        return Expr.of(
                net,
                switch (name) {
                    case "real" -> batch.real();
                    case "latent" -> batch.latent();
                    default ->
                        throw new IllegalArgumentException(
                                "a step draws \"real\" and \"latent\"; there is no \"" + name + "\"");
                });
    }

    @Override
    public Expr<Operand<TFloat32>> apply(Player player, Expr<Operand<TFloat32>> input) {
        return Expr.of(
                net, player == Player.GENERATOR ? nets.generate(net, input.raw()) : nets.score(net, input.raw()));
    }

    @Override
    public Expr<Operand<TFloat32>> apply(Player player, Expr<Operand<TFloat32>> input, String head) {
        return nets.head(net, player, input.raw(), head);
    }

    @Override
    public SortedMap<String, Expr<Operand<TFloat32>>> weights(Player player) {
        SortedMap<String, Expr<Operand<TFloat32>>> weights = new TreeMap<>();
        parameters
                .of(player)
                .forEach(weight -> weights.put(
                        weight.name(),
                        Expr.of(net, net.parameter(new Scope(weight.name()), weight.shape(), new Constant(0)))));
        return weights;
    }

    @Override
    public Expr<Operand<TFloat32>> objective(Player player) {
        return objectives.computeIfAbsent(player, who -> who.objective(loss, scores(loss, who)));
    }

    /**
     * Returns both sides' logits for an objective under some loss. A loss that is not the one of the experiment has kept
     * nothing.
     */
    Scores<Operand<TFloat32>> scores(Loss of, Player player) {
        return of.equals(loss) ? scores().with(kept.ofLoss(player)) : scores();
    }

    @Override
    public Memory<Operand<TFloat32>> memory() {
        return memory;
    }

    @Override
    public Noise<Operand<TFloat32>> noise() {
        return noise;
    }

    @Override
    public Expr<Operand<TFloat32>> gradient(Expr<Operand<TFloat32>> scalar, Expr<Operand<TFloat32>> with) {
        return scalar.with(gradients.gradient().apply(scalar.raw(), with.raw()));
    }
}
