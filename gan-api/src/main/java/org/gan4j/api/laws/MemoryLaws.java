package org.gan4j.api.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.gan4j.api.Law;

/** The laws of the scalars that a loss keeps between updates. */
final class MemoryLaws {
    private static final double EXACT = 1e-10;
    /** More updates than a value that grows by a constant factor survives. */
    private static final int UPDATES = 10_000;

    private MemoryLaws() {}

    /** Returns the laws for each scalar that the objective sets; none for a loss that keeps nothing. */
    static List<Law> of(Objective objective, double[] real, double[] fake) {
        List<Law> laws = new ArrayList<>();
        for (String name : names(objective, real, fake)) {
            laws.add(Law.of(
                    EXACT,
                    "what the " + objective.player() + "'s objective keeps as " + name
                            + " does not depend on the number of examples",
                    name + " with each logit twice",
                    () -> kept(objective, name, real, fake),
                    () -> kept(objective, name, twice(real), twice(fake))));
            laws.add(Law.of(
                    "what the " + objective.player() + "'s objective keeps as " + name + " stays finite",
                    "values that are not finite after " + UPDATES + " updates = 0",
                    0,
                    () -> Double.isFinite(afterMany(objective, name, real, fake)) ? 0 : 1));
        }
        return laws;
    }

    private static List<String> names(Objective objective, double[] real, double[] fake) {
        try {
            return List.copyOf(objective.kept(real, fake, Map.of()).keySet());
        } catch (RuntimeException e) {
            // The law about the objective's shape reports what is wrong.
            return List.of();
        }
    }

    private static double kept(Objective objective, String name, double[] real, double[] fake) {
        return Objects.requireNonNull(objective.kept(real, fake, Map.of()).get(name));
    }

    private static double afterMany(Objective objective, String name, double[] real, double[] fake) {
        Map<String, Double> memory = Map.of();
        for (int i = 0; i < UPDATES; i++) {
            memory = objective.kept(real, fake, memory);
        }
        return Objects.requireNonNull(memory.get(name));
    }

    private static double[] twice(double[] values) {
        return DoubleStream.concat(DoubleStream.of(values), DoubleStream.of(values))
                .toArray();
    }
}
