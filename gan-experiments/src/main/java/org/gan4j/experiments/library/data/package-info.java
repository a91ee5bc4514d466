/**
 * Holds the built-in sets of images, and data that wrap others. Sets too large to carry along are fetched by
 * {@link org.gan4j.experiments.library.data.source}.
 */
@NullMarked
package org.gan4j.experiments.library.data;

import org.jspecify.annotations.NullMarked;
