package com.example.play;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.gan4j.api.Law;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.laws.Objective;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Player;

/**
 * L_D = ½·E[(D(x) - t)²] + ½·E[D(G(z))²], L_G = ½·E[(D(G(z)) - t)²] with the target t, where D is the logit itself.
 *
 * <p>The slope of L_G by a logit a is a - t: it grows with the distance from the target and never saturates.
 *
 * <p>Source: Mao et al. 2016, arXiv:1611.04076, equation 2, with the labels a = 0 and b = c = t.
 */
@About(value = "squared distances of the logits from 0 and a target", source = "Mao et al. 2016, arXiv:1611.04076")
public record Squares(
        @Param(value = "1", doc = "target of D's logits on real examples")
        double target) implements Loss {
    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        Expr<T> real = d.real().minus(target).square().mean();
        return real.plus(d.fake().square().mean()).times(0.5);
    }

    @Override
    public <T> Expr<T> generator(Scores<T> d) {
        return d.fake().minus(target).square().mean().times(0.5);
    }

    @Override
    public LogitMeaning logits() {
        return LogitMeaning.boundaryAt(target / 2);
    }

    @Override
    public List<Law> laws() {
        DoubleSupplier slope = () -> new Objective(this, Player.GENERATOR).fakeSlope(0, target - 3);
        return List.of(Law.of("the generator's slope is the distance from the target", "a - t = -3", -3, slope));
    }
}
