package org.gan4j.experiments.store.journal;

/**
 * A record of a journal.
 *
 * @param sequence counts the records of a journal, from 1
 * @param end      offset of the byte after it
 */
public record JournalEntry(long sequence, long end, JournalEvent event) {}
