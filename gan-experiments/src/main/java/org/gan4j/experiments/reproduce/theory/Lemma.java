package org.gan4j.experiments.reproduce.theory;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.gan4j.api.laws.Law;

/** Where the proof of Proposition 1 begins: a·log y + b·log(1 - y) is greatest at y = a/(a + b). */
record Lemma(Game game, long seed) {
    private static final int DRAWN = 3;

    Statement statement() {
        Random random = new Random(seed);
        return new Statement(
                "Lemma",
                "section 4.1, proof of Proposition 1",
                Stream.concat(
                                Stream.of(at(1, 1), at(0.2, 0.7)),
                                Stream.generate(() -> at(random.nextDouble(), random.nextDouble()))
                                        .limit(DRAWN))
                        .toList());
    }

    private Law at(double a, double b) {
        String masses = String.format(Locale.ROOT, "a = %.4g, b = %.4g", a, b);
        return Law.of(
                "the place of the maximum for " + masses,
                "argmax over y of a·log y + b·log(1 - y) = a/(a + b)",
                a / (a + b),
                () -> 1 / (1 + Math.exp(-game.best(a, b))));
    }
}
