package org.gan4j.api.data;

import java.util.Locale;

/** The part of a data set that a number was computed on. */
public enum Split {
    TRAIN,
    VALIDATION,
    TEST;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
