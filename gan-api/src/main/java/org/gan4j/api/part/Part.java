package org.gan4j.api.part;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.digest.Digest;

/**
 * A part of an experiment together with where it came from.
 *
 * @param key        its key in the experiment, such as {@code loss}
 * @param name       its contributed name, or the class name where it has none or a module bound it
 * @param value      the part
 * @param parameters its parameters, flat and as a user would write them
 * @param jars       SHA-256 of the jar of each class that gan4j did not ship: the part's own by its key, that of a part within it
 *                   by the key of that
 * @param module     the module that bound it with {@code --module}, or empty
 */
public record Part<P>(
        String key,
        String name,
        P value,
        SortedMap<String, String> parameters,
        SortedMap<String, String> jars,
        String module) {
    public Part {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        jars = Collections.unmodifiableSortedMap(new TreeMap<>(jars));
    }

    /** Returns the class of the part that was built. */
    public Class<?> type() {
        return value.getClass();
    }

    /** Returns another object under the same key, name and parameters. */
    public Part<P> with(P other) {
        return new Part<>(key, name, other, parameters, jars, module);
    }

    /**
     * Returns name and parameters, each under the part's key; for a part that a module bound, also the module and the
     * jar.
     */
    public SortedMap<String, String> settings() {
        SortedMap<String, String> settings = parameterSettings();
        settings.put(key, name);
        if (!module.isEmpty()) {
            settings.put(key + ".module", module);
            settings.put(key + ".jar", Digest.ofCodeSource(value.getClass()));
        }
        return settings;
    }

    /** Returns the parameters, each under the part's key. */
    public SortedMap<String, String> parameterSettings() {
        SortedMap<String, String> settings = new TreeMap<>();
        parameters.forEach((parameter, text) -> settings.put(key + "." + parameter, text));
        return settings;
    }
}
