/** Writes, resumes and reads a run's journal, which holds everything that happened. */
@NullMarked
package org.gan4j.experiments.store.journal;

import org.jspecify.annotations.NullMarked;
