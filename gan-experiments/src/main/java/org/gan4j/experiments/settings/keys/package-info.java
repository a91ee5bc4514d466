/** Declares the keys that every experiment has, with their defaults and meaning. */
@NullMarked
package org.gan4j.experiments.settings.keys;

import org.jspecify.annotations.NullMarked;
