package org.gan4j.losses.energy;

import java.util.List;
import org.gan4j.api.Law;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.laws.term.EncodingLaws;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.api.train.Term;

/**
 * weight · 1/(n(n - 1)) Σ_{i ≠ j} cos²(s_i, s_j) for the generator, where s_i is the code that D's encoder makes of the i-th of n
 * generated examples, and cos the cosine of the angle between two codes.
 *
 * <p>The term is 0 where all codes are orthogonal and 1 where they lie on one line, in the same or in opposite directions. A code
 * of length 0 has the cosine 0 to all others, and a single example costs nothing.
 *
 * <p>Source: Zhao et al. 2016, arXiv:1609.03126, equation 4, with the weight 0.1 of the publication.
 */
@About(
        value = "lets G give examples whose codes point in different directions",
        source = "Zhao et al. 2016, arXiv:1609.03126, equation 4")
public record PullAway(
        @Param(value = "0.1", min = 0, doc = "factor of the term")
        double weight,

        @Param(value = "code", doc = "head of D that gives the codes; features is one that each net has")
        String head,

        @Param(
                value = "1",
                min = 1,
                doc = "the term counts at every so many updates of G; a larger weight makes up for it")
        int interval)
        implements Term {
    @Override
    public List<Player> players() {
        return List.of(Player.GENERATOR);
    }

    @Override
    public <T> Expr<T> value(Step<T> step) {
        NetAlgebra<T> net = step.noise().algebra();
        Expr<T> codes = step.apply(Player.DISCRIMINATOR, step.get(Signal.FAKE), head);
        Expr<T> directions = directions(codes.with(net.reshape(
                codes.raw(),
                Shape.of(Shape.ANY, net.shape(codes.raw()).example().size()))));
        Expr<T> itself = directions.square().sum(1);
        // The squares of all cosines add up to the same as the squares of Dᵀ·D with the directions D, which is smaller
        // than D·Dᵀ.
        Expr<T> products = codes.with(net.matMul(net.transpose(directions.raw()), directions.raw()));
        Expr<T> pairs = products.square().sum().minus(itself.square().sum());
        Expr<T> examples = itself.times(0).plus(1).sum();
        Expr<T> ordered = examples.times(examples.minus(1));
        return pairs.over(ordered.greater(0).select(ordered, ordered.constant(1)));
    }

    private static <T> Expr<T> directions(Expr<T> codes) {
        Expr<T> lengths = codes.norm(1);
        return codes.over(lengths.greater(0).select(lengths, lengths.constant(1)));
    }

    @Override
    public List<Law> laws() {
        return laws(this);
    }

    /** Returns the laws of these parameters for a term, which is this one or a wrong one. */
    List<Law> laws(Term term) {
        double[] x = {1, 0};
        double[] y = {0, 2};
        double[] both = {3, 3};
        return List.of(
                EncodingLaws.at(term, "orthogonal codes cost nothing", 0, x, y),
                EncodingLaws.at(term, "parallel codes cost the weight", weight, both, new double[] {1, 1}),
                EncodingLaws.at(
                        term,
                        "codes in opposite directions cost as much as parallel ones: the cosine is squared",
                        weight,
                        both,
                        new double[] {-1, -1}),
                // cos² is 1/2 for two of three pairs, and 0 for the third.
                EncodingLaws.at(term, "the mean is over pairs of different examples", weight / 3, x, y, both),
                EncodingLaws.at(term, "a single example costs nothing", 0, x));
    }
}
