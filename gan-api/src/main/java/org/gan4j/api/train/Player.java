package org.gan4j.api.train;

import java.util.Locale;
import org.gan4j.api.algebra.Scope;

/** A player of the game, which is updated in its turns. Each player has weights and optimizer slots of its own. */
public enum Player {
    DISCRIMINATOR,
    GENERATOR;

    /** Returns the scope of the player's weights. */
    public Scope scope() {
        return new Scope(toString());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
