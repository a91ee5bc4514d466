package org.gan4j.tensorflow.train;

import org.gan4j.tensorflow.graph.GraphAlgebra;
import org.gan4j.tensorflow.graph.Nodes;
import org.gan4j.tensorflow.graph.Parameters;
import org.gan4j.tensorflow.graph.Streams;
import org.gan4j.tensorflow.graph.Variables;

/**
 * What the sub-graphs of one experiment share.
 *
 * @param evaluating the algebra of everything that is not training: draws, schedules of rates, evaluation
 */
public record Model(
        Nodes nodes, Variables variables, Parameters parameters, Streams streams, Nets nets, GraphAlgebra evaluating) {}
