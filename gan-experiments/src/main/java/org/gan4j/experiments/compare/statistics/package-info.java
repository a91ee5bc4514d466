/** Computes what several runs say together: intervals over seeds, differences paired by seed, and what can be claimed. */
@NullMarked
package org.gan4j.experiments.compare.statistics;

import org.jspecify.annotations.NullMarked;
