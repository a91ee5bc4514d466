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
 * weight · (CE(c, C(x)) + CE(a, C(G(z)))) for D and weight · CE(a, C(G(z))) for G. C is a head on D's features, c the label of the
 * real example, a the class that was asked of G, which is the first code of the latent draw, and CE the mean of -log softmax at
 * the true class. D's updates train C.
 *
 * <p>Both objectives are 0 exactly if C knows each class without doubt. Guessing costs log n for n classes.
 *
 * <p>Source: Odena, Olah and Shlens 2016, arXiv:1610.09585, equations 2 and 3. There both are maximised, with the sign turned.
 */
@About(
        value = "a head of D tells classes, and G makes the class that was asked for (AC-GAN)",
        source = "Odena, Olah and Shlens 2016, arXiv:1610.09585, equations 2 and 3")
public record AuxiliaryClassifier(
        @Param(value = "1", min = 0, doc = "factor of the term")
        double weight,

        @Param(value = "[]", doc = "layers of the head between D's features and the last dense layer")
        List<Layer> hidden,

        @Param(value = "glorot", doc = "first values of the weights of the last dense layer")
        Initializer weights,

        @Param(value = "class", doc = "name of the head") String head)
        implements Term {
    public AuxiliaryClassifier {
        hidden = List.copyOf(hidden);
    }

    @Override
    public List<Player> players() {
        return List.of(Player.DISCRIMINATOR, Player.GENERATOR);
    }

    @Override
    public List<Head> heads(Draws draws) {
        if (draws.classes() == 0) {
            throw new InvalidInput(
                    "terms",
                    "an auxiliary classifier learns from labels, and the data set has none; use one that has, such as"
                            + " dataset=mnist or dataset=fashion-mini");
        }
        if (draws.codes().isEmpty() || !draws.codes().get(0).isCategorical()) {
            throw new InvalidInput(
                    "terms",
                    "an auxiliary classifier asks the generator for a class, and the prior's first code is none; use"
                            + " prior=coded prior.categories=[" + draws.classes() + "]");
        }
        Prior.Code asked = draws.codes().get(0);
        if (asked.width() != draws.classes()) {
            throw new InvalidInput(
                    "terms",
                    "the prior's first code has " + asked.width() + " classes, and the labels of the data name "
                            + draws.classes() + "; set prior.categories=[" + draws.classes() + "]");
        }
        NetSpec.Branch branch =
                new NetSpec.Branch(NetSpec.Branch.From.FEATURES, Readout.layers(hidden, weights, draws.classes()));
        return List.of(new Head(Player.DISCRIMINATOR, head, branch));
    }

    @Override
    public <T> Expr<T> value(Step<T> step) {
        Expr<T> ofFake = cost(step, Signal.FAKE, Signal.code(0));
        return switch (step.player()) {
            case DISCRIMINATOR -> cost(step, Signal.REAL, Signal.LABEL).plus(ofFake);
            case GENERATOR -> ofFake;
        };
    }

    private <T> Expr<T> cost(Step<T> step, Signal examples, Signal classes) {
        return Readout.crossEntropy(step.apply(Player.DISCRIMINATOR, step.get(examples), head), step.get(classes));
    }

    @Override
    public List<Law> laws() {
        return CodeLaws.of(
                new AuxiliaryClassifier(weight, List.of(), weights, head),
                (player, crossEntropy, halfSquaredError) ->
                        weight * crossEntropy * (player == Player.DISCRIMINATOR ? 2 : 1));
    }
}
