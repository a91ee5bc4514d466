package org.gan4j.tensorflow;

import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Draws;
import org.gan4j.tensorflow.data.Data;
import org.gan4j.tensorflow.graph.GraphAlgebra;
import org.gan4j.tensorflow.graph.Nodes;
import org.gan4j.tensorflow.graph.Parameters;
import org.gan4j.tensorflow.graph.Streams;
import org.gan4j.tensorflow.graph.Variables;
import org.gan4j.tensorflow.host.Checkpoint;
import org.gan4j.tensorflow.plan.UpdatePlan;
import org.gan4j.tensorflow.rule.PlayerUpdates;
import org.gan4j.tensorflow.train.Evaluation;
import org.gan4j.tensorflow.train.Model;
import org.gan4j.tensorflow.train.PlayerNets;
import org.gan4j.tensorflow.train.Probes;
import org.gan4j.tensorflow.train.SampleLoss;
import org.gan4j.tensorflow.train.UpdateGraphs;
import org.tensorflow.Graph;

/** All parts of an experiment's graph that are built before its session begins. */
record Blueprint(
        Model model,
        UpdatePlan plan,
        Data data,
        UpdateGraphs training,
        Evaluation evaluation,
        Probes probes,
        SampleLoss sampleLoss,
        Checkpoint checkpoint) {
    static Blueprint of(Experiment experiment, Graph graph) {
        Experiment.Parts parts = experiment.parts();
        UpdatePlan plan = new UpdatePlan(
                parts.schedule().value(),
                parts.terms().stream().map(part -> part.value()).toList());
        Shape example = parts.dataset().value().shape();

        Nodes nodes = new Nodes(graph);
        Variables variables = new Variables(nodes);
        Streams streams = new Streams(nodes, experiment.seed());
        Dataset dataset = parts.dataset().value();
        Optional<Table> table =
                dataset instanceof Dataset.Finite finite ? Optional.of(finite.load(Split.TRAIN)) : Optional.empty();
        Parameters parameters = new Parameters(nodes, variables, streams, () -> mean(table));
        Draws draws = Draws.of(dataset, parts.prior().value());
        PlayerNets nets = PlayerNets.of(parts, draws);
        GraphAlgebra evaluating = GraphAlgebra.evaluating(nodes, parameters, streams);
        PlayerUpdates playerUpdates = new PlayerUpdates(parts.optimizer().value(), evaluating, variables);
        GraphAlgebra using = GraphAlgebra.using(nodes, parameters, streams, playerUpdates::used);
        Model model = new Model(
                experiment.arithmetic().precision(),
                nodes,
                variables,
                parameters,
                streams,
                nets,
                playerUpdates,
                evaluating,
                using);

        // Evaluation comes first: it asks for every weight of both nets, so each update sees all of a player's weights.
        Evaluation evaluation = new Evaluation(model, parts.prior().value(), example);
        Data data = table.map(rows ->
                        Data.of(rows, draws.classes(), experiment.batch(), model.evaluating(), variables, streams))
                .orElseGet(() -> Data.of((Dataset.Sampler) dataset, experiment.batch(), model.evaluating(), streams));
        UpdateGraphs training = new UpdateGraphs(experiment, model, data, plan);
        Probes probes = new Probes(experiment, model, data, training);
        SampleLoss sampleLoss = new SampleLoss(parts.loss().value(), model, training, example);
        Checkpoint checkpoint = new Checkpoint(nodes, experiment, variables.saved());
        return new Blueprint(model, plan, data, training, evaluation, probes, sampleLoss, checkpoint);
    }

    private static double[] mean(Optional<Table> table) {
        return table.map(Table::mean)
                .orElseThrow(() -> new InvalidInput(
                        "dataset", "is endless and has no table of means, which an initializer asks for"));
    }
}
