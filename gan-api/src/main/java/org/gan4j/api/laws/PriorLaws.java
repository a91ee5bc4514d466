package org.gan4j.api.laws;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.gan4j.api.Law;
import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.train.Draws;
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
        List<Law> laws = new ArrayList<>(List.of(
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
                                draw(prior).values(), draw(prior).values()))));
        for (int code = 0; code < prior.codes().size(); code++) {
            laws.add(codeLaw(prior, code));
        }
        return List.copyOf(laws);
    }

    private static Law codeLaw(Prior prior, int code) {
        return switch (prior.codes().get(code).kind()) {
            case CATEGORICAL ->
                Law.of(
                        "code " + code + " stands where it is declared, as one 1 among zeros",
                        "draws that are not one 1 among zeros = 0",
                        0,
                        () -> misfits(prior, code, value -> value == 0 || value == 1, 1));
            case CONTINUOUS ->
                Law.of(
                        "code " + code + " stands where it is declared, between -1 and 1",
                        "draws with a value beyond -1 … 1 = 0",
                        0,
                        () -> misfits(prior, code, value -> Math.abs(value) <= 1, Double.NaN));
        };
    }

    /**
     * Returns the number of draws whose code has a value that is not allowed, or another sum.
     *
     * @param total the sum of the values; NaN for any
     */
    private static long misfits(Prior prior, int code, DoublePredicate allowed, double total) {
        Draws draws = new Draws(Shape.of(), 0, prior.shape(), prior.codes());
        double[] values = draw(prior).values();
        return IntStream.range(0, BATCH)
                .mapToObj(row -> Arrays.copyOfRange(
                        values,
                        row * prior.shape().size() + draws.from(code),
                        row * prior.shape().size() + draws.to(code)))
                .filter(one -> !Arrays.stream(one).allMatch(allowed)
                        || !Double.isNaN(total) && Arrays.stream(one).sum() != total)
                .count();
    }

    private static Array draw(Prior prior) {
        return prior.draw(PlainNoise.of(new RealAlgebra(), BATCH, 1, "prior")).raw();
    }
}
