/** Keeps checkpoints of a run, proves that one is sound before it is used, and takes weights over from earlier runs. */
@NullMarked
package org.gan4j.experiments.run.checkpoint;

import org.jspecify.annotations.NullMarked;
