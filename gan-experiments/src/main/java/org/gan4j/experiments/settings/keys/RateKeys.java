package org.gan4j.experiments.settings.keys;

import java.util.Collection;
import java.util.List;

/** The settings that are learning rates of an experiment's optimizer, also of a rule that it wraps or has for a player. */
public final class RateKeys {
    private static final String FIRST = "optimizer.";
    private static final String LAST = "rate";

    private RateKeys() {}

    /** Returns whether a setting is a learning rate, such as {@code optimizer.rule.rate}. */
    public static boolean isOne(String key) {
        return key.startsWith(FIRST) && key.substring(key.lastIndexOf('.') + 1).equals(LAST);
    }

    /** Returns the learning rates among some settings, in alphabetical order. */
    public static List<String> among(Collection<String> keys) {
        return keys.stream().filter(RateKeys::isOne).sorted().toList();
    }
}
