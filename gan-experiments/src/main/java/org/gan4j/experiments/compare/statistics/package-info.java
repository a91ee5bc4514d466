/** Computes intervals over seeds and differences paired by seed, and decides which of these can be claimed. */
@NullMarked
package org.gan4j.experiments.compare.statistics;

import org.jspecify.annotations.NullMarked;
