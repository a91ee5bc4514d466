package org.gan4j.experiments.tracking;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.track.Tracker;

/**
 * Brings journals to trackers, in each journal's sequence and at least once, on a background thread for each tracker: whoever
 * writes a journal never waits for a tracker, and never hears of its troubles. What could not be delivered stays in the journal;
 * what a tracker has taken is noted in the run's folder, so that another sender can go on later. Several senders, also of other
 * processes, may follow the same run: one of them sends.
 */
public final class Sender implements AutoCloseable {
    private final List<TrackerWorker> deliveries;

    private Sender(List<TrackerWorker> deliveries) {
        this.deliveries = deliveries;
    }

    /** A sender that follows no journal yet. It owns the trackers from now on. Without trackers it does nothing. */
    public static Sender start(List<Tracker> trackers) {
        return start(trackers, RetryPolicy.STANDARD);
    }

    /** A sender that follows one run's journal. */
    public static Sender start(Path runFolder, List<Tracker> trackers) {
        Sender sender = start(trackers);
        sender.follow(runFolder);
        return sender;
    }

    /** A sender with a pace of its own. */
    public static Sender start(List<Tracker> trackers, RetryPolicy pace) {
        return new Sender(trackers.stream()
                .map(tracker ->
                        tracker.destination().map(destination -> TrackerWorker.start(tracker, destination, pace)))
                .flatMap(Optional::stream)
                .toList());
    }

    /** Delivers the journal of this run too, which need not exist yet. May be called by any thread. */
    public void follow(Path runFolder) {
        follow(runFolder, "");
    }

    /**
     * Delivers a run whose trouble has been told of, so that it is not told of again until it is another one.
     *
     * @param told the trouble of a {@link DeliveryReport}; empty if there was none
     */
    public void follow(Path runFolder, String told) {
        Path folder = runFolder.toAbsolutePath().normalize();
        deliveries.forEach(delivery -> delivery.follow(folder, told));
    }

    /**
     * Waits at most that long for what is still to be delivered; less where a tracker keeps failing. What is left stays in the
     * journals; one line on standard error says how many events that are.
     */
    public void close(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        deliveries.forEach(TrackerWorker::finish);
        deliveries.forEach(delivery -> delivery.awaitUntil(deadline));
    }

    /** Waits for ten seconds at most. */
    @Override
    public void close() {
        close(Duration.ofSeconds(10));
    }
}
