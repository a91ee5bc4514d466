package org.gan4j.tensorflow.train;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.run.UpdateValue.Kind;
import org.gan4j.api.train.Draws;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Term;
import org.gan4j.plain.state.KeptStates;
import org.gan4j.tensorflow.backward.SharedPass;
import org.gan4j.tensorflow.data.Data;
import org.gan4j.tensorflow.data.RealBatch;
import org.gan4j.tensorflow.graph.Gradients;
import org.gan4j.tensorflow.graph.GraphAlgebra;
import org.gan4j.tensorflow.graph.GraphNoise;
import org.gan4j.tensorflow.graph.Variable;
import org.gan4j.tensorflow.host.GraphSession;
import org.gan4j.tensorflow.memory.KeptValues;
import org.gan4j.tensorflow.memory.UpdateMemory;
import org.gan4j.tensorflow.plan.Update;
import org.gan4j.tensorflow.plan.UpdatePlan;
import org.gan4j.tensorflow.rule.PlayerUpdates;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * The sub-graphs of all updates. Within one, all gradients are taken at the same weights: nothing changes before every
 * gradient is computed and every weight has been read.
 */
public final class UpdateGraphs {
    private final Model model;
    private final Loss loss;
    private final String lossName;
    private final Prior prior;
    private final Draws draws;
    private final int batch;
    private final Data data;
    private final Gradients gradients;
    private final PlayerUpdates playerUpdates;
    private final SignalSums sums;
    private final SignalValues signals;
    private final KeptValues kept;
    private final Map<Term, String> termNames = new HashMap<>();
    private final Map<Player, Variable<TInt64>> drawn = new EnumMap<>(Player.class);
    private final Map<Update, UpdateGraph> graphs = new HashMap<>();

    /**
     * The sub-graph of one update.
     *
     * @param target running it makes the update
     * @param batch the batch that the update is made from
     * @param computed what the update computes on the way, in this order
     */
    public record UpdateGraph(Operation target, Batch batch, List<ComputedTensor> computed) {}

    public UpdateGraphs(Experiment experiment, Model model, Data data, UpdatePlan plan) {
        this.model = model;
        this.loss = experiment.parts().loss().value();
        this.lossName = experiment.parts().loss().name();
        this.prior = experiment.parts().prior().value();
        this.draws = Draws.of(experiment.parts().dataset().value(), prior);
        this.batch = experiment.batch();
        this.data = data;
        gradients = new Gradients(model.nodes());
        playerUpdates = model.playerUpdates();
        sums = new SignalSums(model.nodes(), model.variables(), loss.logits());
        signals = new SignalValues(loss.logits());
        kept = new KeptValues(model.nodes(), model.variables());
        experiment.parts().terms().forEach(term -> termNames.put(term.value(), term.name()));
        for (Player player : Player.values()) {
            drawn.put(player, model.variables().counter("draws." + player));
        }
        plan.distinct().forEach(update -> graphs.put(update, build(update)));
    }

    /** Returns the sub-graph of an update; one outside of the schedule joins the graph the first time that it is asked for. */
    public UpdateGraph of(Update update) {
        return graphs.computeIfAbsent(update, this::build);
    }

    /** Returns the number of updates that a player has made. */
    public long made(GraphSession session, Player player) {
        return session.number(updates(player));
    }

    /** Returns the number of updates that a player has made, in the graph. */
    Operand<TInt64> updates(Player player) {
        return playerUpdates.updates(player).read();
    }

    /** Returns the memory of a sub-graph that only looks: what is set there is forgotten. */
    UpdateMemory looking(GraphAlgebra net) {
        return new UpdateMemory(kept, net);
    }

    /** Returns the means of the training signals since the last call. */
    public Map<String, Double> takeSignals(GraphSession session) {
        Map<String, Double> signals = sums.take(session);
        signals.putAll(kept.take(session));
        return signals;
    }

    /** Builds the update with TensorFlow's derivatives alone, and where these do not suffice with recorded operations. */
    private UpdateGraph build(Update update) {
        try {
            return build(update, net -> TermGradients.ofTensorFlow(net, gradients));
        } catch (Gradients.MissingDerivative e) {
            if (update.addends().isEmpty()) {
                throw e;
            }
            return build(update, TermGradients::recorded);
        }
    }

    private UpdateGraph build(Update update, Function<GraphAlgebra, TermGradients> ways) {
        Operand<TInt64> number = updates(update.clock());
        GraphAlgebra net = model.training("net." + update.clock(), number);
        TermGradients way = ways.apply(net);
        Batch from = draw(update);
        GraphNoise noise = new GraphNoise(way.net(), model.streams().of("terms." + update.clock(), number), batch);
        UpdateMemory memory = new UpdateMemory(kept, way.net());
        GraphStep step =
                GraphStep.of(new GraphStep.Shared(loss, way, from, noise, memory, model.parameters()), model.nets());
        GraphStep.Together both = update.moves(Player.DISCRIMINATOR)
                ? step.together(gradients, sharesPass(update))
                : new GraphStep.Together(step.scores(), Optional.empty());
        Scores<Operand<TFloat32>> scores = both.scores();

        Map<Player, Expr<Operand<TFloat32>>> objectives = new EnumMap<>(Player.class);
        Map<Player, List<Output<TFloat32>>> gradients = new EnumMap<>(Player.class);
        List<ComputedTensor> computed = new ArrayList<>();
        for (Player player : update.players()) {
            computed.addAll(ComputedTensor.outputs(player, step, scores));
            Expr<Operand<TFloat32>> objective = objective(player, step.seenBy(player), update.terms(player), computed);
            objectives.put(player, objective);
            gradients.put(player, gradient(player, objective, both.shared(), computed));
        }
        List<Operation> changes = changes(update, gradients, net.states(), memory);
        update.players().forEach(player -> {
            Expr<Operand<TFloat32>> objective = Objects.requireNonNull(objectives.get(player));
            List<Output<TFloat32>> gradient = Objects.requireNonNull(gradients.get(player));
            Operand<TFloat32> length = norm(gradient);
            computed.add(new ComputedTensor(player, Kind.LENGTH, "gradient", length));
            changes.add(sums.add(player, name -> signals.value(name, objective, scores, length)));
        });
        return new UpdateGraph(model.nodes().group("update", changes), from, List.copyOf(computed));
    }

    private Batch draw(Update update) {
        Operand<TInt64> counter =
                Objects.requireNonNull(drawn.get(update.source())).read();
        return switch (update.draw()) {
            case NEXT -> scheduled(update.source(), counter);
            case LAST ->
                scheduled(
                        update.source(),
                        model.nodes().op("Sub", counter, model.nodes().constant(1L)));
            case APART -> {
                String stream = "alone." + update.source();
                Operand<TInt64> number = updates(update.source());
                yield batch(stream, number, data.apart(stream, number));
            }
        };
    }

    private Batch scheduled(Player source, Operand<TInt64> number) {
        return batch(source.toString(), number, data.batch(source, number));
    }

    private Batch batch(String stream, Operand<TInt64> number, RealBatch real) {
        GraphNoise noise = new GraphNoise(model.evaluating(), model.streams().of("latent." + stream, number), batch);
        return new Batch(draws, real, prior.draw(noise).raw());
    }

    private Expr<Operand<TFloat32>> objective(
            Player player, GraphStep step, List<Term> terms, List<ComputedTensor> computed) {
        Expr<Operand<TFloat32>> objective = step.objective(player);
        computed.add(new ComputedTensor(player, Kind.LOSS, lossName, objective.raw()));
        for (Term term : terms) {
            String name = Objects.requireNonNull(termNames.get(term));
            Expr<Operand<TFloat32>> value = term.value(step.forTerm(name));
            computed.add(new ComputedTensor(player, Kind.TERM, name, value.raw()));
            objective = objective.plus(value.times(term.weight()));
        }
        computed.add(new ComputedTensor(player, Kind.OBJECTIVE, "objective", objective.raw()));
        return objective;
    }

    /** Tells whether both players move by what they see in the same pass of the discriminator, and by nothing else. */
    private boolean sharesPass(Update update) {
        return update.players().size() == Player.values().length
                && update.addends().isEmpty()
                && model.nets().seenBy(Player.GENERATOR).equals(model.nets());
    }

    private List<Output<TFloat32>> gradient(
            Player player,
            Expr<Operand<TFloat32>> objective,
            Optional<SharedPass> shared,
            List<ComputedTensor> computed) {
        List<Variable<TFloat32>> weights = model.parameters().of(player);
        List<Output<TFloat32>> gradient = shared.flatMap(pass -> pass.gradient(player, objective.raw(), weights))
                .orElseGet(() -> gradients.of(
                        "the " + player + "'s objective",
                        objective.raw(),
                        weights.stream().map(Variable::read).toList()));
        for (int i = 0; i < weights.size(); i++) {
            computed.add(
                    new ComputedTensor(player, Kind.GRADIENT, weights.get(i).name(), gradient.get(i)));
        }
        return gradient;
    }

    private List<Operation> changes(
            Update update,
            Map<Player, List<Output<TFloat32>>> gradients,
            KeptStates<Operand<TFloat32>> states,
            UpdateMemory memory) {
        List<Operation> before = new ArrayList<>();
        gradients.forEach((player, all) -> {
            all.forEach(gradient -> before.add(gradient.op()));
            model.parameters()
                    .of(player)
                    .forEach(weights -> before.add(weights.read().op()));
            model.parameters()
                    .statesOf(player)
                    .forEach(state -> before.add(state.read().op()));
            before.add(updates(player).asOutput().op());
        });
        before.add(Objects.requireNonNull(drawn.get(update.source())).read().op());
        Operation barrier = model.nodes().group("barrier", before);

        List<Operation> changes = new ArrayList<>();
        gradients.forEach((player, all) -> {
            changes.addAll(playerUpdates.move(player, model.parameters().of(player), all, barrier));
            changes.addAll(keep(player, states, barrier));
        });
        changes.addAll(memory.changes(update.players(), barrier));
        if (update.draw() == Update.Draw.NEXT) {
            changes.add(Objects.requireNonNull(drawn.get(update.source()))
                    .add(model.nodes().constant(1L), List.of(barrier)));
        }
        return changes;
    }

    /** Returns the operations that give a player's states the values that the update has kept. */
    private List<Operation> keep(Player player, KeptStates<Operand<TFloat32>> states, Operation barrier) {
        return model.parameters().statesOf(player).stream()
                .filter(state -> states.kept().containsKey(state.name()))
                .map(state -> state.assign(Objects.requireNonNull(states.kept().get(state.name())), List.of(barrier)))
                .toList();
    }

    /** Returns the Euclidean length of a gradient that is spread over several tensors. */
    Operand<TFloat32> norm(List<Output<TFloat32>> gradient) {
        List<Output<TFloat32>> halfSquaredNorms = new ArrayList<>();
        gradient.forEach(part -> halfSquaredNorms.add(model.nodes().op("L2Loss", part)));
        GraphAlgebra algebra = model.evaluating();
        return algebra.expr(model.nodes().pack(halfSquaredNorms))
                .sum()
                .times(2)
                .sqrt()
                .raw();
    }
}
