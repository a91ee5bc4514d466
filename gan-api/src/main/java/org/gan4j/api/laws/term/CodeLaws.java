package org.gan4j.api.laws.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.api.Law;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.train.Head;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Term;
import org.gan4j.plain.Array;

/**
 * Closed forms of terms that read classes and codes from examples, for terms whose heads are one affine layer on rows.
 *
 * <p>In these games a real example is s·e, where e has a 1 at the example's class, and a generated one is s·e with the asked class
 * and, after it, the code that is a number. Heads give the values of an example as they are. With three classes the cross-entropy
 * at the true class is log(1 + 2·exp(-s)): almost 0 for a large s, which is evidence for the class, and log 3 at s = 0.
 */
public final class CodeLaws {
    private static final int CLASSES = TermGame.CLASSES;
    private static final int BATCH = 6;
    private static final int WIDTH = CLASSES + 1;
    private static final List<Double> EVIDENCE = List.of(40.0, 1.0, 0.0, -1.0);
    private static final double ERROR = 0.5;
    private static final double EXACT = 1e-9;
    private static final String GENERATOR_WEIGHTS = "generator.affine1.weights";

    private CodeLaws() {}

    /** A weighted term as a function of what reading costs. */
    public interface Cost {
        /**
         * Returns the weighted term in a player's objective.
         *
         * @param crossEntropy     of a class, for real and for generated examples alike
         * @param halfSquaredError the mean of half the squared error of the code that is a number
         */
        double of(Player player, double crossEntropy, double halfSquaredError);
    }

    /** Checks the term's values, and that its slope goes through what is read into each player's weights. */
    public static List<Law> of(Term term, Cost cost) {
        List<Law> laws = new ArrayList<>();
        for (Player player : term.players()) {
            String of = "the " + player + "'s objective ";
            for (double evidence : EVIDENCE) {
                laws.add(Law.of(
                        EXACT,
                        of + "counts what it costs to read classes with the evidence " + Law.text(evidence),
                        "term at the logits s·e, s = " + Law.text(evidence),
                        () -> cost.of(player, crossEntropy(evidence), 0),
                        () -> term.weight()
                                * game(term, evidence, 0).value(term, player).single()));
            }
            laws.add(Law.of(
                    EXACT,
                    of + "counts the error of a code that is a number",
                    "term at numbers that are read as half of what was drawn",
                    () -> cost.of(player, crossEntropy(0), halfSquaredError()),
                    () -> term.weight()
                            * game(term, 0, ERROR).value(term, player).single()));
            laws.add(Law.of(
                    EXACT,
                    of + "pulls the " + player + "'s weights to where classes are read more easily",
                    "d/ds term at the logits s·e, s = 1, through the " + player + "'s weights",
                    () -> cost.of(player, slopeOfCrossEntropy(1), 0),
                    () -> term.weight() * slope(term, player)));
        }
        return List.copyOf(laws);
    }

    private static double crossEntropy(double evidence) {
        return Math.log(1 + (CLASSES - 1) * Math.exp(-evidence));
    }

    private static double slopeOfCrossEntropy(double evidence) {
        return -(CLASSES - 1) / (Math.exp(evidence) + CLASSES - 1);
    }

    /** Returns half the mean square of {@value #ERROR} times the numbers that a game draws, which are sin 0, sin 1, …. */
    private static double halfSquaredError() {
        double sum = 0;
        for (int i = 0; i < BATCH; i++) {
            sum += 0.5 * Math.pow(ERROR * Math.sin(i), 2);
        }
        return sum / BATCH;
    }

    /** Returns the slope by the evidence: the generator's weights make it, or a head's weights count it. */
    private static double slope(Term term, Player player) {
        TermGame game = game(term, 1, 0);
        Map<String, Array> directions = new TreeMap<>();
        switch (player) {
            case GENERATOR -> directions.put(GENERATOR_WEIGHTS, generatorWeights(1, 0));
            case DISCRIMINATOR ->
                game.weights().forEach((name, weight) -> {
                    if (isRead(term, name)) {
                        directions.put(
                                name, weight.shape().rank() == 2 ? diagonal(weight.shape(), CLASSES) : zero(weight));
                    }
                });
        }
        return game.slope(term, player, directions);
    }

    private static TermGame game(Term term, double evidence, double error) {
        TermGame drawn = new TermGame(List.of(new GameLayer.Affine(1)), real(evidence), Map.of());
        Map<String, Array> weights = new TreeMap<>();
        drawn.filled(term, 1).weights().forEach((name, weight) -> {
            if (isRead(term, name)) {
                weights.put(name, weight.shape().rank() == 2 ? diagonal(weight.shape(), WIDTH) : zero(weight));
            }
        });
        weights.put(GENERATOR_WEIGHTS, generatorWeights(evidence, 1 - error));
        weights.put("generator.affine1.bias", Array.filled(Shape.of(WIDTH), 0));
        return new TermGame(drawn.discriminator(), drawn.real(), weights);
    }

    private static boolean isRead(Term term, String weight) {
        TermGame any = new TermGame(List.of(new GameLayer.Affine(1)), real(0), Map.of());
        return term.heads(any.draws()).stream()
                .map(Head::name)
                .anyMatch(head -> weight.startsWith(Player.DISCRIMINATOR.scope().child(head) + "."));
    }

    private static Array real(double evidence) {
        double[] values = new double[BATCH * WIDTH];
        Array labels = TermGame.labels(BATCH);
        for (int i = 0; i < BATCH; i++) {
            for (int k = 0; k < CLASSES; k++) {
                values[i * WIDTH + k] = evidence * labels.values()[i * CLASSES + k];
            }
        }
        return new Array(Shape.of(BATCH, WIDTH), values);
    }

    /** Returns weights that pass the codes on, the class times one factor and the number times another. */
    private static Array generatorWeights(double ofClass, double ofNumber) {
        double[] values = new double[TermGame.LATENT * WIDTH];
        int first = TermGame.LATENT - WIDTH;
        for (int k = 0; k < WIDTH; k++) {
            values[(first + k) * WIDTH + k] = k < CLASSES ? ofClass : ofNumber;
        }
        return new Array(Shape.of(TermGame.LATENT, WIDTH), values);
    }

    /** Returns ones at the first places of the diagonal, and 0 elsewhere. */
    private static Array diagonal(Shape shape, int ones) {
        double[] values = new double[shape.size()];
        for (int k = 0; k < Math.min(ones, Math.min(shape.dim(0), shape.dim(1))); k++) {
            values[k * shape.dim(1) + k] = 1;
        }
        return new Array(shape, values);
    }

    private static Array zero(Array like) {
        return Array.filled(like.shape(), 0);
    }
}
