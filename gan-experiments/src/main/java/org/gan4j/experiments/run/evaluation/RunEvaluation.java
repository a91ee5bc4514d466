package org.gan4j.experiments.run.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.run.Run;
import org.gan4j.experiments.run.alarm.EvaluationBatch;

/** The evaluation of a run at one step: what its actions share, and the values that they have found so far. */
public final class RunEvaluation {
    private final Run run;
    private final double share;
    private final boolean costly;
    private final SortedMap<String, Double> signals = new TreeMap<>();
    private final EvaluationBatch batch;
    private List<Measurement> measurements = List.of();

    /**
     * Draws the examples that the actions share.
     *
     * @param share  of the budget that is spent
     * @param costly whether costly metrics are measured too
     */
    public RunEvaluation(Run run, double share, boolean costly) {
        this.run = run;
        this.share = share;
        this.costly = costly;
        this.batch = EvaluationBatch.of(run);
    }

    Run run() {
        return run;
    }

    long step() {
        return run.step();
    }

    double share() {
        return share;
    }

    /** Returns whether costly metrics are due too. */
    public boolean isCostly() {
        return costly;
    }

    /** Examples, generated and real, with what the discriminator says of them. */
    public EvaluationBatch batch() {
        return batch;
    }

    /** Adds signals by metric name. */
    public void add(Map<String, Double> more) {
        signals.putAll(more);
    }

    /** Adds what metrics measured. */
    public void add(List<Measurement> measured) {
        measurements = measured;
    }

    /** The signals found so far, by metric name. */
    public SortedMap<String, Double> signals() {
        return Collections.unmodifiableSortedMap(signals);
    }

    /** Returns what the metrics measured, with the protocols. */
    public List<Measurement> measurements() {
        return measurements;
    }
}
