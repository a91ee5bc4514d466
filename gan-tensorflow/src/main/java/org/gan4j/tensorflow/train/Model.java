package org.gan4j.tensorflow.train;

import org.gan4j.tensorflow.graph.GraphAlgebra;
import org.gan4j.tensorflow.graph.Nodes;
import org.gan4j.tensorflow.graph.Parameters;
import org.gan4j.tensorflow.graph.Streams;
import org.gan4j.tensorflow.graph.Variables;
import org.gan4j.tensorflow.rule.PlayerUpdates;

/**
 * The things that the sub-graphs of one experiment share.
 *
 * @param evaluating the algebra of everything that is neither training nor a trained net: draws, schedules of rates
 * @param using      the algebra of nets that are used after training
 */
public record Model(
        Nodes nodes,
        Variables variables,
        Parameters parameters,
        Streams streams,
        PlayerNets nets,
        PlayerUpdates playerUpdates,
        GraphAlgebra evaluating,
        GraphAlgebra using) {}
