package org.gan4j.api.train;

import java.util.Arrays;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.NetSpec;

/**
 * A named quantity of a step. Signals are records: a {@link Step} remembers each by equality, so D(x) is built once however
 * many terms ask for it.
 */
public interface Signal {
    <T> Expr<T> compute(Step<T> step);

    /** The batch of real examples, [batch × data]. */
    Signal REAL = new Feed("real");

    /** The batch of latent draws z, [batch × latent]. */
    Signal LATENT = new Feed("latent");

    /** The classes of the real examples, [batch × classes]: one 1 an example, and 0 elsewhere. */
    Signal LABEL = new Feed("label");

    /** The generated examples G(z), [batch × data]. */
    Signal FAKE = new Generated(LATENT);

    /** D's logits of another signal, [batch]. */
    static Signal score(Signal of) {
        return new Score(of);
    }

    /** The input of D's last layer for another signal, as rows [batch × features]. */
    static Signal features(Signal of) {
        return new Features(of);
    }

    /** A code of the latent draws, [batch × width]; the first one is 0. */
    static Signal code(int number) {
        return new Code(number);
    }

    /** A uniformly random point between two signals, per example. */
    static Signal mix(Signal a, Signal b) {
        return new Mix(a, b);
    }

    /** The draws that the backend makes for each step. */
    record Feed(String name) implements Signal {
        @Override
        public <T> Expr<T> compute(Step<T> step) {
            return step.feed(name);
        }
    }

    /** The part of the latent draws that holds a code. */
    record Code(int number) implements Signal {
        @Override
        public <T> Expr<T> compute(Step<T> step) {
            Draws draws = step.draws();
            if (number >= draws.codes().size()) {
                throw new IllegalArgumentException("there is no code " + number + "; the prior has "
                        + draws.codes().size() + " codes, numbered from 0 on");
            }
            Expr<T> latent = step.get(LATENT);
            return latent.with(step.noise().algebra().slice(latent.raw(), 1, draws.from(number), draws.to(number)));
        }
    }

    /** The generator applied to a signal. */
    record Generated(Signal latent) implements Signal {
        @Override
        public <T> Expr<T> compute(Step<T> step) {
            return step.apply(Player.GENERATOR, step.get(latent));
        }
    }

    /** The discriminator's logits. */
    record Score(Signal of) implements Signal {
        @Override
        public <T> Expr<T> compute(Step<T> step) {
            return step.apply(Player.DISCRIMINATOR, step.get(of));
        }
    }

    /** The features that the discriminator's last layer is given. */
    record Features(Signal of) implements Signal {
        @Override
        public <T> Expr<T> compute(Step<T> step) {
            Expr<T> features = step.apply(Player.DISCRIMINATOR, step.get(of), NetSpec.FEATURES);
            NetAlgebra<T> net = step.noise().algebra();
            Shape shape = net.shape(features.raw());
            return features.with(net.reshape(
                    features.raw(), Shape.of(Shape.ANY, shape.example().size())));
        }
    }

    /** The point a + u·(b - a), with one u ~ U[0, 1) an example. */
    record Mix(Signal a, Signal b) implements Signal {
        @Override
        public <T> Expr<T> compute(Step<T> step) {
            Expr<T> from = step.get(a);
            Expr<T> to = step.get(b);
            NetAlgebra<T> net = step.noise().algebra();
            int[] ones = new int[net.shape(from.raw()).rank() - 1];
            Arrays.fill(ones, 1);
            Expr<T> share = step.noise().uniform(Shape.of(ones));
            return from.plus(share.times(to.minus(from)));
        }
    }
}
