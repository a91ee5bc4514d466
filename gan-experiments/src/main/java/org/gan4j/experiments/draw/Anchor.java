package org.gan4j.experiments.draw;

import java.util.Locale;

/** Which point of a text is at the place where it is written. */
public enum Anchor {
    START,
    MIDDLE,
    END;

    /** The share of the text that is left of the place. */
    float share() {
        return ordinal() / 2f;
    }

    String svg() {
        return name().toLowerCase(Locale.ROOT);
    }
}
