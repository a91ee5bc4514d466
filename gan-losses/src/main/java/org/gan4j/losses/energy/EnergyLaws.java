package org.gan4j.losses.energy;

import java.util.Map;
import java.util.Objects;
import org.gan4j.api.Law;
import org.gan4j.api.laws.Objective;

/** The laws that losses of energies have in common. */
final class EnergyLaws {
    private EnergyLaws() {}

    /** With energies m + 1 and m - 1 the mean energy is m, and one of the two examples pays 1. */
    static Law marginOfEachExample(Objective discriminator, double margin) {
        return Law.of(
                "the margin holds for each example and not for the batch's mean",
                "L_D(real = 0, fake = (-m - 1, -m + 1)) = 1/2",
                0.5,
                () -> discriminator.value(new double[] {0}, new double[] {-margin - 1, -margin + 1}));
    }

    /** Checks a scalar after an update in which all real examples have one energy and all generated ones another. */
    static Law kept(
            String law,
            Objective discriminator,
            String name,
            double real,
            double fake,
            Map<String, Double> memory,
            double next) {
        return Law.of(
                law,
                name + " after e(x) = " + Law.text(real) + ", e(G(z)) = " + Law.text(fake),
                next,
                () -> Objects.requireNonNull(discriminator
                        .kept(new double[] {-real}, new double[] {-fake}, memory)
                        .get(name)));
    }
}
