package org.gan4j.experiments.reproduce.theory;

import java.util.List;
import org.gan4j.api.laws.Law;

/** C(G) = max over D of V(D, G) is -log 4 plus two divergences, and least exactly where p_g = p_data. */
record TheoremOne(Pair pair, Game game) {
    private static final double LEAST = -Math.log(4);

    Statement statement() {
        return new Statement(
                "Theorem 1",
                "section 4.1, equations 4 to 6",
                List.of(
                        Law.of(
                                Quadrature.PRECISION,
                                "C(G) as two divergences from the mixture, by quadrature",
                                "C(G) = -log 4 + KL(p_data ‖ m) + KL(p_g ‖ m), m = (p_data + p_g)/2",
                                () -> LEAST + pair.dataToMixture() + pair.fakeToMixture(),
                                this::criterion),
                        Law.of(
                                Quadrature.PRECISION,
                                "C(G) as the divergence of Jensen and Shannon, by quadrature",
                                "C(G) = -log 4 + 2·JSD(p_data ‖ p_g)",
                                () -> LEAST + 2 * pair.jensenShannon(),
                                this::criterion)));
    }

    /** The integral of what the best discriminator at each place gains there; it is told both densities and nothing else. */
    private double criterion() {
        return pair.integral(x -> game.greatest(pair.data(x), pair.fake(x)));
    }
}
