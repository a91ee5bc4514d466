package org.gan4j.api.train;

import java.util.Locale;
import org.gan4j.api.algebra.Scope;

/** Who is updated. Each player has weights and optimizer slots of its own. */
public enum Player {
    DISCRIMINATOR,
    GENERATOR;

    /** The scope of the player's weights. */
    public Scope scope() {
        return new Scope(toString());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
