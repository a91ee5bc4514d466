package org.gan4j.api.laws;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gan4j.api.Law;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.plain.RealAlgebra;

/** The laws that hold for every initializer. */
public final class InitializerLaws {
    private static final Scope AT = new Scope("weights");

    private InitializerLaws() {}

    /** Checks all laws for weights of one shape. If the initializer asks for the data's means, they run from 0 to 1. */
    public static List<Law> of(Initializer initializer, Shape weights) {
        return List.of(
                Law.of("it gives as many values as the weights hold", "size(W)", weights.size(), () -> values(
                                initializer, weights)
                        .length),
                Law.of("all first values are finite", "values that are not finite = 0", 0, () -> Arrays.stream(
                                values(initializer, weights))
                        .filter(value -> !Double.isFinite(value))
                        .count()),
                Law.of(
                        "the same seed and name give the same values",
                        "max |W - W again| = 0",
                        0,
                        () -> distance(values(initializer, weights), values(initializer, weights))));
    }

    private static double[] values(Initializer initializer, Shape weights) {
        double[] means = new double[weights.size()];
        Arrays.setAll(means, i -> (double) i / Math.max(1, means.length - 1));
        return new RealAlgebra(Map.of(), true, 1)
                .withDataMean(means)
                .parameter(AT, weights, initializer)
                .values();
    }

    /** The largest difference of two arrays of one length. */
    static double distance(double[] a, double[] b) {
        double worst = 0;
        for (int i = 0; i < a.length; i++) {
            worst = Math.max(worst, Math.abs(a[i] - b[i]));
        }
        return worst;
    }
}
