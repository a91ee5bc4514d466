/** Notices values that are not finite, takes nets back to a checkpoint, and replays a diverged run to find where such values began. */
@NullMarked
package org.gan4j.experiments.run.divergence;

import org.jspecify.annotations.NullMarked;
