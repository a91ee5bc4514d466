/** Writes what a comparison says: its table, its conclusion, and what limits the conclusion. */
@NullMarked
package org.gan4j.experiments.compare.conclusion;

import org.jspecify.annotations.NullMarked;
