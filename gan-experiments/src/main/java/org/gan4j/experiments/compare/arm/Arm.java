package org.gan4j.experiments.compare.arm;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.metric.TrainingSignals;

/**
 * One variant of a comparison: runs that differ only in the seed.
 *
 * @param outcomes one for each seed
 * @param foreign metrics that were kept apart by their protocol and that none of these runs has
 */
public record Arm(String name, List<Outcome> outcomes, Set<String> foreign) {
    public Arm {
        outcomes = List.copyOf(outcomes);
        foreign = Set.copyOf(foreign);
    }

    public Arm(String name, List<Outcome> outcomes) {
        this(name, outcomes, Set.of());
    }

    public int diverged() {
        return (int)
                outcomes.stream().filter(run -> run.status() == Status.DIVERGED).count();
    }

    /** Returns the number of runs without a result for any other reason. */
    public int failed() {
        return (int) outcomes.stream()
                .filter(run -> run.status() != Status.FINISHED && run.status() != Status.DIVERGED)
                .count();
    }

    /** Returns the values of a metric over the runs that finished. */
    public double[] values(String metric) {
        return outcomes.stream()
                .map(run -> value(run, metric))
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
    }

    /** Returns the value of a metric for a seed, if that run finished with a finite one. */
    public OptionalDouble value(long seed, String metric) {
        return outcomes.stream()
                .filter(run -> run.experiment().seed() == seed)
                .map(run -> value(run, metric))
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    /** Returns whether a row of this metric has content for the arm. */
    public boolean measures(String metric) {
        return !foreign.contains(metric) && !hasNoMeaning(metric);
    }

    /** Returns whether the arm's runs have signals of D's logits, but not this one. */
    private boolean hasNoMeaning(String signal) {
        return TrainingSignals.isOfLogits(signal)
                && outcomes.stream().noneMatch(run -> run.metrics().containsKey(signal))
                && outcomes.stream()
                        .anyMatch(run -> run.metrics().keySet().stream().anyMatch(TrainingSignals::isOfLogits));
    }

    private static OptionalDouble value(Outcome run, String metric) {
        double value = run.status() == Status.FINISHED ? run.metrics().getOrDefault(metric, Double.NaN) : Double.NaN;
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
