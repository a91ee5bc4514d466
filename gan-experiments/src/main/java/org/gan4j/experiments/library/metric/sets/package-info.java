/** Holds the metrics that compare generated examples with held-out real ones, as two sets of points, without any network. */
@NullMarked
package org.gan4j.experiments.library.metric.sets;

import org.jspecify.annotations.NullMarked;
