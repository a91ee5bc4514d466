package org.gan4j.experiments.reproduce.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gan4j.api.Law;
import org.gan4j.api.Loss;
import org.gan4j.experiments.reproduce.theory.setting.Atoms;
import org.gan4j.experiments.reproduce.theory.setting.Game;
import org.gan4j.experiments.reproduce.theory.setting.TheoryParts;

/** Proposition 2: if D is at its optimum in each step, and p_g moves to lower the criterion, p_g becomes p_data. */
record PropositionTwo(TheoryParts parts, long seed) {
    private static final int PLACES = 10;
    private static final int TRIALS = 300;

    /** Near p_data a step of exponentiated gradient at rate 1 halves what is left, so 40 leave less than any tolerance. */
    private static final int STEPS = 40;

    private static final double ROUNDING = 1e-10;
    private static final double NEAR = 1e-3;

    /** The place at which the generator ended, and how often the criterion rose on the way. */
    private record Descent(Atoms data, Atoms end, int rises) {}

    Statement statement() {
        List<Law> laws = new ArrayList<>();
        laws.add(convex());
        laws.add(tangent());
        laws.addAll(descent("minimax", parts.minimax()));
        laws.addAll(descent("non-saturating", parts.nonSaturating()));
        return new Statement("Proposition 2", "section 4.2", laws);
    }

    private Game game() {
        return Game.of(parts.minimax());
    }

    private Law convex() {
        SplittableRandom random = new SplittableRandom(seed);
        int broken = 0;
        for (int i = 0; i < TRIALS; i++) {
            Atoms p = Atoms.random(PLACES, random);
            Atoms one = Atoms.random(PLACES, random);
            Atoms other = Atoms.random(PLACES, random);
            double share = random.nextDouble();
            double chord = share * game().greatest(p, one) + (1 - share) * game().greatest(p, other);
            broken += game().greatest(p, one.mixed(share, other)) <= chord + ROUNDING ? 0 : 1;
        }
        return new Law(
                "cases, of " + TRIALS + " drawn at random, where sup over D of U(p_g, D) is not convex in p_g",
                "C(λq + (1 - λ)r) > λC(q) + (1 - λ)C(r)",
                0,
                broken,
                0);
    }

    /** The proof's second half: the slope of U(·, D*) at q is a slope of the supremum, so it lies below it everywhere. */
    private Law tangent() {
        SplittableRandom random = new SplittableRandom(seed);
        int broken = 0;
        for (int i = 0; i < TRIALS; i++) {
            Atoms p = Atoms.random(PLACES, random);
            Atoms q = Atoms.random(PLACES, random);
            Atoms other = Atoms.random(PLACES, random);
            double below = game().greatest(p, q);
            for (int k = 0; k < PLACES; k++) {
                below += (other.mass(k) - q.mass(k)) * game().cost(game().best(p.mass(k), q.mass(k)));
            }
            broken += below <= game().greatest(p, other) + ROUNDING ? 0 : 1;
        }
        return new Law(
                "cases, of " + TRIALS + ", where the generator's gradient at D* is not a gradient of the supremum",
                "C(q) + ⟨∂U(q, D*), r - q⟩ > C(r)",
                0,
                broken,
                0);
    }

    private List<Law> descent(String name, Loss loss) {
        Descent descent = descent(Game.of(loss));
        return List.of(
                new Law(
                        "descent in function space under " + name + ": steps, of " + STEPS + ", that raise C(G)",
                        "C falls while p_g moves against the generator's gradient at D*",
                        0,
                        descent.rises,
                        0),
                new Law(
                        "descent in function space under " + name + ": where it ends",
                        "TV(p_data, p_g) = 0",
                        0,
                        descent.data.totalVariation(descent.end),
                        NEAR));
    }

    /** Exponentiated gradient at rate 1: p_g at a place is divided by exp of what the generator loses there. */
    private Descent descent(Game played) {
        SplittableRandom random = new SplittableRandom(seed);
        Atoms p = Atoms.random(PLACES, random);
        Atoms q = Atoms.random(PLACES, random);
        int rises = 0;
        for (int step = 0; step < STEPS; step++) {
            Atoms from = q;
            q = Atoms.of(PLACES, i -> from.mass(i) * Math.exp(-played.cost(played.best(p.mass(i), from.mass(i)))));
            rises += played.greatest(p, q) <= played.greatest(p, from) + ROUNDING ? 0 : 1;
        }
        return new Descent(p, q, rises);
    }
}
