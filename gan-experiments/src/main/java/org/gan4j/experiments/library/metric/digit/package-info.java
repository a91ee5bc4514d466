/** Holds the metrics that read digits from pictures, with a small net that is part of the program. */
@NullMarked
package org.gan4j.experiments.library.metric.digit;

import org.jspecify.annotations.NullMarked;
