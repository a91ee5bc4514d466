package org.gan4j.experiments.lab;

import java.util.Arrays;
import org.gan4j.api.data.FloatTensor;

/**
 * Where the generator's loss would move generated examples.
 *
 * @param arrows minus the slope of the loss at the first examples, times the number of examples, so that it is that of an
 *               example's own loss; empty where it is not known
 * @param mean   the mean length over all examples
 */
record Push(float[] arrows, double mean) {
    static final Push NONE = new Push(new float[0], 0);

    /** Enough to see a field, few enough to see each. */
    static final int ARROWS = 80;

    /**
     * Returns the push of a gradient.
     *
     * @param gradient [examples × data]
     */
    static Push against(FloatTensor gradient) {
        int count = gradient.count();
        float[] push = new float[gradient.values().length];
        double lengths = 0;
        for (int row = 0; row < count; row++) {
            double square = 0;
            for (int i = row * gradient.width(); i < (row + 1) * gradient.width(); i++) {
                push[i] = -count * gradient.values()[i];
                square += (double) push[i] * push[i];
            }
            lengths += Math.sqrt(square);
        }
        return new Push(Arrays.copyOf(push, Math.min(ARROWS, count) * gradient.width()), lengths / count);
    }
}
