/**
 * Resolves what the user wrote to experiments: a recipe, a YAML file and {@code key=value} settings lie over each other, lists of
 * values make a grid, and all mistakes are reported at once with their places.
 */
@NullMarked
package org.gan4j.experiments.settings;

import org.jspecify.annotations.NullMarked;
