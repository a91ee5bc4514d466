package org.gan4j.losses.code;

import java.util.List;
import org.gan4j.api.Law;
import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.laws.term.CodeLaws;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Draws;
import org.gan4j.api.train.Head;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.api.train.Term;

/**
 * weight · (H(c) - L_I) for both players, where L_I = E[log Q(c | G(z, c))] + H(c) is a lower bound of the mutual information of the
 * codes c and the generated example, and Q is an output of D's net that D's updates train.
 *
 * <p>For a category that is the cross-entropy of Q's softmax. For a number, Q is a Gaussian of variance 1 about its output; what
 * counts is ½(c - Q)², times {@code continuous}, without the constant ½ log 2π. So the term is 0 exactly if every code can be
 * read from the example without error.
 *
 * <p>Source: Chen et al. 2016, arXiv:1606.03657, equations 5 and 6. The fixed variance is that of the published code.
 */
@About(
        value = "what G makes of its codes can be read again, so that they come to mean something (InfoGAN)",
        source = "Chen et al. 2016, arXiv:1606.03657, equations 5 and 6")
public record MutualInformation(
        @Param(value = "1", min = 0, doc = "factor of the term")
        double weight,

        @Param(value = "1", min = 0, doc = "factor of the part of each code that is a number")
        double continuous,

        @Param(value = "false", doc = "whether Q is a net of its own on the example, and not a head on D's features")
        boolean ownNet,

        @Param(value = "[]", doc = "layers of Q before its last dense layer")
        List<Layer> hidden,

        @Param(value = "glorot", doc = "first values of the weights of the last dense layer")
        Initializer weights,

        @Param(value = "code", doc = "name of the head that Q is")
        String head)
        implements Term {
    public MutualInformation {
        hidden = List.copyOf(hidden);
    }

    @Override
    public List<Player> players() {
        return List.of(Player.DISCRIMINATOR, Player.GENERATOR);
    }

    @Override
    public List<Head> heads(Draws draws) {
        if (draws.codes().isEmpty()) {
            throw new InvalidInput(
                    "terms",
                    "mutual information is that of the prior's codes, and it has none; use prior=coded"
                            + " prior.categories=[10] prior.continuous=2");
        }
        int width = draws.codes().stream().mapToInt(Prior.Code::width).sum();
        NetSpec.Branch.From from = ownNet ? NetSpec.Branch.From.INPUT : NetSpec.Branch.From.FEATURES;
        return List.of(
                new Head(Player.DISCRIMINATOR, head, new NetSpec.Branch(from, Readout.layers(hidden, weights, width))));
    }

    @Override
    public <T> Expr<T> value(Step<T> step) {
        Expr<T> read = step.apply(Player.DISCRIMINATOR, step.get(Signal.FAKE), head);
        Draws draws = step.draws();
        Expr<T> sum = read.constant(0);
        for (int code = 0; code < draws.codes().size(); code++) {
            int before = draws.from(0);
            Expr<T> part = read.with(
                    step.noise().algebra().slice(read.raw(), 1, draws.from(code) - before, draws.to(code) - before));
            sum = sum.plus(cost(draws.codes().get(code), part, step.get(Signal.code(code))));
        }
        return sum;
    }

    private <T> Expr<T> cost(Prior.Code code, Expr<T> read, Expr<T> drawn) {
        return switch (code.kind()) {
            case CATEGORICAL -> Readout.crossEntropy(read, drawn);
            case CONTINUOUS -> drawn.minus(read).square().sum(1).mean().times(0.5 * continuous);
        };
    }

    @Override
    public List<Law> laws() {
        return CodeLaws.of(
                new MutualInformation(weight, continuous, ownNet, List.of(), weights, head),
                (player, crossEntropy, halfSquaredError) -> weight * (crossEntropy + continuous * halfSquaredError));
    }
}
