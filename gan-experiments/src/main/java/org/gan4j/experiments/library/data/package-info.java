/**
 * Holds the built-in data sets: mixtures and a curve whose density is known, and image sets. Sets too large to carry along are
 * fetched by {@link org.gan4j.experiments.library.data.source}.
 */
@NullMarked
package org.gan4j.experiments.library.data;

import org.jspecify.annotations.NullMarked;
