package org.gan4j.tensorflow.train;

import org.tensorflow.Operation;

/**
 * The sub-graph of one update.
 *
 * @param target running it makes the update
 * @param batch  what the update is made from
 */
public record UpdateGraph(Operation target, Batch batch) {}
