package org.gan4j.api.laws;

import java.util.Arrays;
import java.util.List;
import org.gan4j.api.Law;
import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Shape;
import org.gan4j.plain.Array;
import org.gan4j.plain.PlainNoise;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.plain.shape.ShapeAlgebra;

/** The laws that hold for every prior. */
public final class PriorLaws {
    private static final int BATCH = 5;

    private PriorLaws() {}

    /** Checks all laws. */
    public static List<Law> of(Prior prior) {
        return List.of(
                Law.of("a batch has the declared shape", "shape(z) = [batch × shape]", 0, () -> {
                    Shape predicted = prior.draw(new ShapeAlgebra().noise()).raw();
                    boolean equal = draw(prior).shape().equals(prior.shape().prepend(BATCH))
                            && predicted.equals(prior.shape().batched());
                    return equal ? 0 : 1;
                }),
                Law.of("all draws are finite", "values that are not finite = 0", 0, () -> Arrays.stream(
                                draw(prior).values())
                        .filter(value -> !Double.isFinite(value))
                        .count()),
                Law.of(
                        "the same stream gives the same draws",
                        "max |z - z again| = 0",
                        0,
                        () -> InitializerLaws.distance(
                                draw(prior).values(), draw(prior).values())));
    }

    private static Array draw(Prior prior) {
        return prior.draw(PlainNoise.of(new RealAlgebra(), BATCH, 1, "prior")).raw();
    }
}
