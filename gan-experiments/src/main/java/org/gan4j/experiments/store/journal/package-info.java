/** A run's journal, which holds everything that happened: writing it, going on with it, reading it. */
package org.gan4j.experiments.store.journal;
