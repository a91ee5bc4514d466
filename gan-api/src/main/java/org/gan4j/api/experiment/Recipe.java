package org.gan4j.api.experiment;

import org.gan4j.api.part.ExtensionPoint;

/**
 * A named experiment to begin with. Its purpose is in {@link org.gan4j.api.part.About}; every key that it omits has
 * gan4j's default.
 */
public interface Recipe {
    ExtensionPoint<Recipe> POINT =
            ExtensionPoint.several("recipe", Recipe.class, "a named experiment to begin with", "gan train ring");

    /** Returns the experiment as YAML, with the keys that {@code gan recipes NAME} explains. */
    String yaml();
}
