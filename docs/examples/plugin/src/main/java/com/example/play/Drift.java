package com.example.play;

import java.util.List;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.api.train.Term;

/** weight · E[D(x)²] over real examples, added to the discriminator's objective: keeps its logits near 0. */
@About(value = "keeps the discriminator's logits near 0", source = "Karras et al. 2017, arXiv:1710.10196, appendix A.1")
public record Drift(
        @Param(value = "0.001", min = 0, doc = "factor of the term")
        double weight) implements Term {
    @Override
    public List<Player> players() {
        return List.of(Player.DISCRIMINATOR);
    }

    @Override
    public <T> Expr<T> value(Step<T> step) {
        return step.get(Signal.score(Signal.REAL)).square().mean();
    }
}
