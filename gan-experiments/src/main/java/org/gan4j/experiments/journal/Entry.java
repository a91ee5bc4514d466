package org.gan4j.experiments.journal;

/**
 * A record of a journal.
 *
 * @param sequence counts the records of a journal, from 1
 * @param end      offset of the byte after it
 */
public record Entry(long sequence, long end, Event event) {}
