package org.gan4j.tensorflow.train;

import org.gan4j.api.experiment.Precision;
import org.gan4j.tensorflow.graph.GraphAlgebra;
import org.gan4j.tensorflow.graph.Nodes;
import org.gan4j.tensorflow.graph.Parameters;
import org.gan4j.tensorflow.graph.Streams;
import org.gan4j.tensorflow.graph.Variables;
import org.gan4j.tensorflow.rule.PlayerUpdates;
import org.tensorflow.Operand;
import org.tensorflow.types.TInt64;

/**
 * The things that the sub-graphs of one experiment share.
 *
 * @param precision  of products while nets are trained
 * @param evaluating the algebra of everything that is neither training nor a trained net: draws, schedules of rates
 * @param using      the algebra of nets that are used after training
 */
public record Model(
        Precision precision,
        Nodes nodes,
        Variables variables,
        Parameters parameters,
        Streams streams,
        PlayerNets nets,
        PlayerUpdates playerUpdates,
        GraphAlgebra evaluating,
        GraphAlgebra using) {
    /**
     * Returns an algebra for nets as they are trained.
     *
     * @param draws  the group of random streams that layers draw from
     * @param number the number of the draw in each stream
     */
    GraphAlgebra training(String draws, Operand<TInt64> number) {
        return GraphAlgebra.training(nodes, parameters, precision, layer -> streams.of(draws + "." + layer, number));
    }
}
