/** Reads and writes a run's folder: where everything in it lies, and its files as records. The only place that knows a file's name. */
@NullMarked
package org.gan4j.experiments.store;

import org.jspecify.annotations.NullMarked;
