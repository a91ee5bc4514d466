package org.gan4j.experiments.reproduce.theory;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.gan4j.api.Law;
import org.gan4j.experiments.reproduce.theory.setting.Game;

/** The lemma that begins the proof of Proposition 1: a·log y + b·log(1 - y) is greatest at y = a/(a + b). */
record Lemma(Game game, long seed) {
    private static final int DRAWN = 3;

    Statement statement() {
        SplittableRandom random = new SplittableRandom(seed);
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
        return Law.of(
                String.format(Locale.ROOT, "the place of the maximum for a = %.3f, b = %.3f", a, b),
                "argmax over y of a·log y + b·log(1 - y) = a/(a + b)",
                a / (a + b),
                () -> 1 / (1 + Math.exp(-game.best(a, b))));
    }
}
