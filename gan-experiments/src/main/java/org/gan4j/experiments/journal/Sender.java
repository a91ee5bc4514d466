package org.gan4j.experiments.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gan4j.api.run.Tracker;

/**
 * Brings journals to trackers, in each journal's sequence and at least once, on background threads: whoever writes a journal
 * never waits for a tracker, and never hears of its troubles. What could not be delivered stays in the journal; each tracker's
 * progress stands in the run's folder, so that another sender can go on later.
 */
public final class Sender implements AutoCloseable {
    private Sender() {}

    /** A sender that follows no journal yet. It owns the trackers from now on. */
    public static Sender start(List<Tracker> trackers) {
        return new Sender();
    }

    /** A sender that follows one run's journal. */
    public static Sender start(Path runFolder, List<Tracker> trackers) {
        Sender sender = start(trackers);
        sender.follow(runFolder);
        return sender;
    }

    /** From now on the journal of this run, which need not exist yet, is delivered too. May be called by any thread. */
    public void follow(Path runFolder) {}

    /**
     * Waits at most that long for what is still to be delivered; says in one line on standard error how many events are not, and
     * that they stay in the journal.
     */
    public void close(Duration patience) {}

    /** Waits for ten seconds at most. */
    @Override
    public void close() {
        close(Duration.ofSeconds(10));
    }
}
