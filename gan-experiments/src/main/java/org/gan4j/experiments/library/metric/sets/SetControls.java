package org.gan4j.experiments.library.metric.sets;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.metric.Measurement;
import org.gan4j.experiments.library.metric.BadSets;

/**
 * What a metric says of sets that are known to be good or bad, in place of the generated ones: real training examples, which are what
 * a perfect sampler gives; few of them many times; all but one class; their mean; uniform noise.
 */
final class SetControls {
    private static final int COPIES = 50;

    private SetControls() {}

    /** @param measure measures a set under a name */
    static List<Measurement> of(Examples examples, BiFunction<String, PointSet, List<Measurement>> measure) {
        FloatTensor training = examples.rawTraining();
        List<Measurement> rows = new ArrayList<>(measure.apply(name(training.count()), examples.seen(training)));
        rows.addAll(bad(examples, training, measure));
        return rows;
    }

    /** Returns the name of the set that a perfect sampler gives. */
    static String name(int training) {
        return training + " training examples";
    }

    /** Measures all sets but the training examples. */
    static List<Measurement> bad(
            Examples examples, FloatTensor training, BiFunction<String, PointSet, List<Measurement>> measure) {
        List<Measurement> rows = new ArrayList<>();
        int few = Math.max(1, training.count() / COPIES);
        rows.addAll(measure.apply(
                few + " training examples, " + COPIES + " copies of each", examples.seen(copies(training, few))));
        examples.withoutOneClass()
                .ifPresent(others -> rows.addAll(measure.apply(
                        others.count() + " training examples without the first class", examples.seen(others))));
        rows.addAll(measure.apply("mean of " + name(training.count()), examples.seen(mean(training))));
        rows.addAll(measure.apply("uniform noise in the range of the data", examples.seen(noise(training))));
        return rows;
    }

    private static FloatTensor copies(FloatTensor set, int few) {
        float[] values = new float[set.values().length];
        for (int row = 0; row < set.count(); row++) {
            System.arraycopy(set.values(), row % few * set.width(), values, row * set.width(), set.width());
        }
        return new FloatTensor(set.shape(), values);
    }

    private static FloatTensor mean(FloatTensor set) {
        double[] sums = new double[set.width()];
        for (int i = 0; i < set.values().length; i++) {
            sums[i % set.width()] += set.values()[i];
        }
        float[] values = new float[set.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (sums[i % set.width()] / set.count());
        }
        return new FloatTensor(set.shape(), values);
    }

    private static FloatTensor noise(FloatTensor set) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : set.values()) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return BadSets.noise(new Random(1), set.shape(), least, most);
    }
}
