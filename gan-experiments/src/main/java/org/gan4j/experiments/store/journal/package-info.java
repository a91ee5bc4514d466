/** Writes, resumes and reads a run's journal, which holds everything that happened. */
package org.gan4j.experiments.store.journal;
