package org.gan4j.experiments.reproduce.theory;

import static org.gan4j.experiments.reproduce.theory.setting.PairDraws.each;

import java.util.List;
import java.util.SplittableRandom;
import org.gan4j.api.Law;
import org.gan4j.experiments.reproduce.theory.setting.Atoms;
import org.gan4j.experiments.reproduce.theory.setting.Estimate;
import org.gan4j.experiments.reproduce.theory.setting.Game;
import org.gan4j.experiments.reproduce.theory.setting.NormalPair;
import org.gan4j.experiments.reproduce.theory.setting.PairDraws;
import org.gan4j.experiments.reproduce.theory.setting.Quadrature;
import org.gan4j.experiments.reproduce.theory.setting.TheoryParts;

/** C(G) = max over D of V(D, G) is -log 4 plus two divergences, and least exactly where p_g = p_data. */
record TheoremOne(NormalPair pair, TheoryParts parts, long seed) {
    static final double LEAST = -Math.log(4);

    private static final int DRAWS = 100_000;
    private static final int PAIRS = 1000;
    private static final int PLACES = 5;

    /** Rounding of sums over few places. */
    private static final double ROUNDING = 1e-10;

    private static final String KULLBACK = "C(G) = -log 4 + KL(p_data ‖ m) + KL(p_g ‖ m), m = (p_data + p_g)/2";
    private static final String JENSEN = "C(G) = -log 4 + 2·JSD(p_data ‖ p_g)";

    Statement statement() {
        double kullback = LEAST + pair.dataToMixture() + pair.fakeToMixture();
        double jensen = LEAST + 2 * pair.jensenShannon();
        double criterion = criterion();
        Estimate sampled = sampled();
        return new Statement(
                "Theorem 1",
                "section 4.1, equations 4 to 6",
                List.of(
                        Law.of(Quadrature.PRECISION, "C(G), by quadrature", KULLBACK, () -> kullback, () -> criterion),
                        Law.of(Quadrature.PRECISION, "C(G), by quadrature", JENSEN, () -> jensen, () -> criterion),
                        new Law(
                                "V(D*, G), from " + DRAWS + " draws a side",
                                JENSEN,
                                jensen,
                                sampled.mean(),
                                sampled.tolerance() + Quadrature.PRECISION),
                        equality(),
                        onlyIf(),
                        bounds()));
    }

    private Game game() {
        return Game.of(parts.minimax());
    }

    /** Returns what the best discriminator gains at each place, added up; it knows both densities there and nothing else. */
    private double criterion() {
        return pair.integral(x -> game().greatest(pair.data(x), pair.fake(x)));
    }

    /** V through the loss; its error from what single draws add, log D* of the data and log(1 - D*) of the generator. */
    private Estimate sampled() {
        PairDraws draws = PairDraws.of(parts, pair, DRAWS, seed, "theorem 1");
        double value = game().value(each(draws.real(), pair::logOdds), each(draws.fake(), pair::logOdds));
        Estimate single = Estimate.of(each(draws.real(), x -> -Math.log1p(Math.exp(-pair.logOdds(x)))))
                .plus(Estimate.of(each(draws.fake(), x -> -Math.log1p(Math.exp(pair.logOdds(x))))));
        return new Estimate(value, single.standardError());
    }

    private Law equality() {
        Atoms p = Atoms.random(PLACES, new SplittableRandom(seed));
        return Law.of(
                "if p_g = p_data, on " + PLACES + " places drawn at random",
                "C(G) = -log 4",
                LEAST,
                () -> game().greatest(p, p));
    }

    /** Pinsker: KL(p ‖ m) and KL(q ‖ m) are at least 2·(TV/2)² each, so C(G) + log 4 is 0 for no other pair. */
    private Law onlyIf() {
        SplittableRandom random = new SplittableRandom(seed);
        int broken = 0;
        for (int i = 0; i < PAIRS; i++) {
            Atoms p = Atoms.random(PLACES, random);
            // From far to so near that C(G) is hardly above its least value.
            Atoms q = Atoms.random(PLACES, random).mixed(random.nextDouble(), p);
            double distance = p.totalVariation(q);
            broken += game().greatest(p, q) - LEAST >= distance * distance - ROUNDING ? 0 : 1;
        }
        return new Law(
                "only if: cases, of " + PAIRS
                        + " pairs drawn at random, where C(G) is nearer to -log 4 than p_g to p_data",
                "C(G) + log 4 < TV(p_data, p_g)²",
                0,
                broken,
                0);
    }

    private Law bounds() {
        SplittableRandom random = new SplittableRandom(seed);
        int broken = 0;
        for (int i = 0; i < PAIRS; i++) {
            double value = game().greatest(Atoms.random(PLACES, random), Atoms.random(PLACES, random));
            broken += value >= LEAST - ROUNDING && value <= ROUNDING ? 0 : 1;
        }
        return new Law(
                "cases, of " + PAIRS + " pairs drawn at random, outside of the bounds",
                "-log 4 ≤ C(G) ≤ 0",
                0,
                broken,
                0);
    }
}
