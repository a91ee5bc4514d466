/** Holds the data sets whose density is known: Gaussians, and noise about curves. */
@NullMarked
package org.gan4j.experiments.library.data.known;

import org.jspecify.annotations.NullMarked;
