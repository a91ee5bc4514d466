package org.gan4j.experiments.store.journal;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The time that callers spent in a journal's calls for values and artifacts: the only time that training ever waits for
 * tracking.
 */
public final class JournalCost {
    private final AtomicLong total = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();

    void add(long nanos) {
        total.addAndGet(nanos);
        longest.accumulateAndGet(nanos, Math::max);
    }

    /** Returns the seconds in all calls together. */
    public double seconds() {
        return total.get() / 1e9;
    }

    /** Returns the milliseconds in the longest call. */
    public double longestMillis() {
        return longest.get() / 1e6;
    }
}
