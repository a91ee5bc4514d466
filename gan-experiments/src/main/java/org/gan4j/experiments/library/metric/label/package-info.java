/** Holds the metrics that compare classes: what was asked of the generator, or what its codes came to mean, with what its pictures show. */
@NullMarked
package org.gan4j.experiments.library.metric.label;

import org.jspecify.annotations.NullMarked;
