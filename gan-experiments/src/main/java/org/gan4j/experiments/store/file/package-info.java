/** Finds the files of a run that carry a step in their names. */
@NullMarked
package org.gan4j.experiments.store.file;

import org.jspecify.annotations.NullMarked;
