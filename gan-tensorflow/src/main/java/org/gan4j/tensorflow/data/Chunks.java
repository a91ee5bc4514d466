package org.gan4j.tensorflow.data;

import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.problem.WorkFailed;

/** Evaluation in pieces, so that its memory does not grow with the number of examples. */
public final class Chunks {
    static final int SIZE = 1000;

    /** What the arrays of every JVM can hold. */
    private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

    private Chunks() {}

    /** Returns the first {@code count} examples of the chunks 0, 1, …, each of which holds {@link #SIZE}. */
    public static FloatTensor gather(Shape example, int count, LongFunction<FloatTensor> chunk) {
        float[] all = room(example, count);
        for (int from = 0; from < count; from += SIZE) {
            copy(chunk.apply(from / SIZE).values(), all, from * example.size());
        }
        return new FloatTensor(example.prepend(count), all);
    }

    /** Applies a function of a batch to any number of examples. */
    public static FloatTensor map(FloatTensor examples, Shape result, UnaryOperator<FloatTensor> function) {
        int count = examples.count();
        float[] all = room(result, count);
        for (int from = 0; from < count; from += SIZE) {
            FloatTensor part = examples.slice(from, Math.min(count, from + SIZE));
            copy(function.apply(part).values(), all, from * result.size());
        }
        return new FloatTensor(result.prepend(count), all);
    }

    private static float[] room(Shape example, int count) {
        long values = (long) count * example.size();
        if (values > MOST_VALUES) {
            throw new WorkFailed(count + " examples of shape " + example + " have " + values
                    + " values, and one array holds at most " + MOST_VALUES + "; ask for fewer");
        }
        return new float[(int) values];
    }

    private static void copy(float[] part, float[] all, int at) {
        System.arraycopy(part, 0, all, at, Math.min(part.length, all.length - at));
    }
}
