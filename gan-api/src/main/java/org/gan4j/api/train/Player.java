package org.gan4j.api.train;

import java.util.Locale;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Scope;

/** A player of the game, which is updated in its turns. Each player has weights and optimizer slots of its own. */
public enum Player {
    DISCRIMINATOR,
    GENERATOR;

    /** Returns the scope of the player's weights. */
    public Scope scope() {
        return new Scope(toString());
    }

    /** Returns the letter that the papers give the player: D or G. */
    public String letter() {
        return name().substring(0, 1);
    }

    /** Returns the objective that the loss gives this player: a scalar, which the player minimises. */
    public <T> Expr<T> objective(Loss loss, Scores<T> scores) {
        return switch (this) {
            case DISCRIMINATOR -> loss.discriminator(scores);
            case GENERATOR -> loss.generator(scores);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
