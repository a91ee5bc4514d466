package org.gan4j.experiments.library.metric.sets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;

/**
 * A comparison of sets with the held-out real examples. Training examples, which are what a perfect sampler gives, are compared once:
 * what is found is the perfect sampler's value and the first control.
 *
 * @param compare  compares a set with the real examples
 * @param training training examples
 * @param perfect  what is found for them
 */
record RealComparison<V>(Examples examples, Function<PointSet, V> compare, FloatTensor training, V perfect) {
    static <V> RealComparison<V> of(Examples examples, Function<PointSet, V> compare) {
        FloatTensor training = examples.rawTraining();
        return new RealComparison<>(examples, compare, training, compare.apply(examples.seen(training)));
    }

    /** Compares generated examples. */
    V generated(Metric.Subject subject) {
        return compare.apply(examples.generated(subject));
    }

    /** @param measure states what is found under a name */
    List<Measurement> controls(BiFunction<String, V, List<Measurement>> measure) {
        List<Measurement> rows = new ArrayList<>(measure.apply(SetControls.name(training.count()), perfect));
        rows.addAll(SetControls.bad(examples, training, (name, set) -> measure.apply(name, compare.apply(set))));
        return rows;
    }
}
