package org.gan4j.api.laws;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gan4j.api.Law;
import org.gan4j.api.Loss;

/**
 * The logits that a loss is tested with, and the directions in which they move. No logit is 0 or ±1, where losses may have
 * kinks. The sides differ in size, as batches may, unless the loss pairs examples.
 *
 * @param paired whether the loss compares the i-th real example with the i-th generated one
 */
record LogitBatch(boolean paired, double[] real, double[] fake, double[] alongReal, double[] alongFake) {
    private static final double[] REAL = {-1.7, -0.4, 0.3, 2.1};
    private static final double[] FAKE = {-2.3, -0.6, 0.2, 1.4, 0.7};
    private static final double[] ALONG_REAL = {1, -0.5, 0.75, 0.25};
    private static final double[] ALONG_FAKE = {0.5, 1, -0.25, 0.75, -1};
    private static final double EXACT = 1e-10;

    /** The logits that move while the others are held. */
    enum Side {
        REAL("real", "(real + t·u, fake)"),
        FAKE("generated", "(real, fake + t·u)");

        final String name;
        /** Returns the arguments in which t moves this side along u. */
        final String moved;

        Side(String name, String moved) {
            this.name = name;
            this.moved = moved;
        }

        /** The direction of the real logits. */
        double[] real(double[] direction) {
            return this == REAL ? direction : new double[direction.length];
        }

        /** The direction of the generated logits. */
        double[] fake(double[] direction) {
            return this == FAKE ? direction : new double[direction.length];
        }
    }

    static LogitBatch of(Loss loss) {
        int fakes = loss.pairsExamples() ? REAL.length : FAKE.length;
        return new LogitBatch(
                loss.pairsExamples(), REAL, Arrays.copyOf(FAKE, fakes), ALONG_REAL, Arrays.copyOf(ALONG_FAKE, fakes));
    }

    /** Checks that neither the number nor the order of the examples, or of the pairs, changes an objective. */
    List<Law> laws(Objective objective) {
        return paired
                ? List.of(
                        size(objective, "pairs", "each pair", twice(real), twice(fake)),
                        order(objective, "pairs", "the pairs"))
                : List.of(
                        size(objective, "real examples", "each real logit", twice(real), fake),
                        size(objective, "generated examples", "each generated logit", real, twice(fake)),
                        order(objective, "examples", "both sides"));
    }

    private Law size(Objective objective, String what, String each, double[] moreReal, double[] moreFake) {
        return unchanged(
                objective,
                objective.owner() + "does not depend on the number of " + what,
                objective.symbol() + " with " + each + " twice",
                moreReal,
                moreFake);
    }

    private Law order(Objective objective, String what, String all) {
        return unchanged(
                objective,
                objective.owner() + "does not depend on the order of the " + what,
                objective.symbol() + " with " + all + " reversed",
                reversed(real),
                reversed(fake));
    }

    /** Checks that an objective has the same value for other logits. */
    Law unchanged(Objective objective, String law, String formula, double[] otherReal, double[] otherFake) {
        return Law.of(
                EXACT, law, formula, () -> objective.value(real, fake), () -> objective.value(otherReal, otherFake));
    }

    private static double[] twice(double[] values) {
        return DoubleStream.concat(DoubleStream.of(values), DoubleStream.of(values))
                .toArray();
    }

    private static double[] reversed(double[] values) {
        return IntStream.rangeClosed(1, values.length)
                .mapToDouble(i -> values[values.length - i])
                .toArray();
    }
}
