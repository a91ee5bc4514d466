package org.gan4j.api.run;

/**
 * A named experiment to begin with. Its purpose stands in {@link org.gan4j.api.plugin.About}; every key it leaves out has the
 * framework's default.
 */
public interface Recipe {
    /** The experiment as YAML, with the keys that {@code gan recipes NAME} explains. */
    String yaml();
}
