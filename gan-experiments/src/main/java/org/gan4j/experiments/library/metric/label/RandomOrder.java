package org.gan4j.experiments.library.metric.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Shuffles classes, which is what agreement by chance is measured with. */
public final class RandomOrder {
    private RandomOrder() {}

    /** Returns the same classes in random order. */
    public static int[] of(int[] classes, long seed) {
        List<Integer> order = new ArrayList<>(Arrays.stream(classes).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }
}
