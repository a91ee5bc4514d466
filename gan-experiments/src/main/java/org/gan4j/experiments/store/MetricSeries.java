package org.gan4j.experiments.store;

import java.util.Arrays;

/**
 * One metric over the steps of one run, in the order of the steps, one value a step. The arrays are not copied.
 *
 * @param steps the steps at which it was measured, ascending
 * @param millis when it was measured, in milliseconds since 1970
 * @param values its values; not finite if the run diverged
 */
public record MetricSeries(String name, long[] steps, long[] millis, double[] values) {
    public MetricSeries {
        if (steps.length == 0 || steps.length != values.length || steps.length != millis.length) {
            throw new IllegalArgumentException("metric " + name + ": " + steps.length + " steps, " + millis.length
                    + " times, " + values.length + " values; expected as many of each, and at least one");
        }
    }

    public int size() {
        return steps.length;
    }

    /** Returns the value of the last step. */
    public double last() {
        return values[values.length - 1];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MetricSeries that
                && name.equals(that.name)
                && Arrays.equals(steps, that.steps)
                && Arrays.equals(millis, that.millis)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return name + " [" + size() + " steps to " + steps[steps.length - 1] + "]";
    }
}
