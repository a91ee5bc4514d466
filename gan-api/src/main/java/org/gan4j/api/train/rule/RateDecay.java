package org.gan4j.api.train.rule;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;

/**
 * A rule together with a factor of its learning rate that changes over the updates of the player. It acts on a
 * {@link RatedRule}, also within other wrappers; the factors of several decays are multiplied.
 */
public interface RateDecay extends RuleWrapper {
    /**
     * Returns the factor of the rate, a scalar.
     *
     * @param updates the number of updates that the player has made before
     */
    <T> Expr<T> factor(Expr<T> updates);

    /** Returns the rate that takes the place of another after some updates. */
    default <T> Expr<T> rate(Expr<T> other, Expr<T> updates) {
        return other.times(factor(updates));
    }

    @Override
    default <T> Expr<T> update(Slots<T> slots, Expr<T> parameter, Expr<T> gradient) {
        return rule().update(decayed(slots), parameter, gradient);
    }

    private <T> Slots<T> decayed(Slots<T> slots) {
        record Decayed<S>(Slots<S> slots, RateDecay decay) implements Slots<S> {
            @Override
            public Shape shape() {
                return slots.shape();
            }

            @Override
            public Expr<S> updates() {
                return slots.updates();
            }

            @Override
            public Expr<S> rate(Expr<S> own) {
                return slots.rate(decay.rate(own, slots.updates()));
            }

            @Override
            public Expr<S> get(String name) {
                return slots.get(name);
            }

            @Override
            public void set(String name, Expr<S> value) {
                slots.set(name, value);
            }
        }
        return new Decayed<>(slots, this);
    }
}
