/** Runs one experiment: the step loop, its checkpoints and its provenance. */
@NullMarked
package org.gan4j.experiments.run;

import org.jspecify.annotations.NullMarked;
