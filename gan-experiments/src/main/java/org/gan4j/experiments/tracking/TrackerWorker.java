package org.gan4j.experiments.tracking;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gan4j.api.track.Tracker;
import org.gan4j.api.track.TryLater;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one background thread that feeds one tracker from all journals that are followed. */
final class TrackerWorker {
    private static final Logger LOG = LoggerFactory.getLogger(TrackerWorker.class);

    /** Failures in a row after which a sender that is being closed gives up before its time is over. */
    private static final int ENOUGH = 3;

    private static final long GRACE_MILLIS = 1000;

    /** Nobody means to stop the sending for longer; the sender's own pauses do then. */
    private static final Duration LONGEST_WANTED = Duration.ofMinutes(10);

    private final Tracker tracker;
    private final String destination;
    private final RetryPolicy pace;
    private final Set<Path> followed = ConcurrentHashMap.newKeySet();
    private final List<Outbox> outboxes = new CopyOnWriteArrayList<>();
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean abandoned;
    private int failures;
    /** The pause that the destination asked for in its last failure. */
    private Duration wanted = Duration.ZERO;

    private String told = "";

    private TrackerWorker(Tracker tracker, String destination, RetryPolicy pace) {
        this.tracker = tracker;
        this.destination = destination;
        this.pace = pace;
        thread = new Thread(this::deliver, "gan-sender");
        thread.setDaemon(true);
    }

    static TrackerWorker start(Tracker tracker, String destination, RetryPolicy pace) {
        TrackerWorker delivery = new TrackerWorker(tracker, destination, pace);
        delivery.thread.start();
        return delivery;
    }

    /** Delivers what these outboxes hold, and ends. */
    static TrackerWorker once(Tracker tracker, String destination, RetryPolicy pace, List<Outbox> outboxes) {
        TrackerWorker delivery = new TrackerWorker(tracker, destination, pace);
        delivery.outboxes.addAll(outboxes);
        delivery.closing = true;
        delivery.thread.start();
        return delivery;
    }

    void follow(Path runFolder, String told) {
        if (followed.add(runFolder)) {
            outboxes.add(Outbox.following(runFolder, destination, told));
            wake.release();
        }
    }

    private void deliver() {
        boolean over = false;
        while (!over && !abandoned) {
            boolean last = closing;
            boolean anything = round(last);
            if (failures > 0) {
                over = last && failures >= ENOUGH;
                sleep(over ? 0 : Math.max(pace.pauseMillis(failures), wanted.toMillis()));
            } else if (!anything) {
                over = last && outboxes.stream().noneMatch(Outbox::waitsForAnother);
                sleep(over ? 0 : pace.look().toMillis());
            }
        }
        tracker.close();
        outboxes.forEach(Outbox::close);
    }

    /** Delivers a batch of each journal, until one fails; that one comes last the next time. */
    private boolean round(boolean last) {
        boolean anything = false;
        for (Outbox outbox : outboxes) {
            try {
                if (outbox.deliver(tracker, last)) {
                    anything = true;
                    succeeded();
                }
            } catch (Exception | LinkageError e) {
                failed(e);
                outboxes.remove(outbox);
                outboxes.add(outbox);
                return anything;
            }
        }
        failures = 0;
        return anything;
    }

    private void succeeded() {
        failures = 0;
        if (!told.isEmpty()) {
            told = "";
            LOG.warn("{} takes records again", destination);
        }
    }

    private void failed(Throwable trouble) {
        failures++;
        wanted = trouble instanceof TryLater later && later.after().compareTo(LONGEST_WANTED) < 0
                ? later.after()
                : Duration.ZERO;
        String message = trouble.getMessage() == null ? trouble.toString() : trouble.getMessage();
        if (!message.equals(told) && !closing) {
            told = message;
            LOG.warn(
                    "{} does not take records ({}); they stay in the journal and are sent later", destination, message);
        }
    }

    private void sleep(long millis) {
        try {
            if (wake.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    /** No journal grows any more: what is left is delivered, without hurry for those who do not wait for it. */
    void finish() {
        closing = true;
        wake.release();
    }

    /** Waits for the rest until a moment of {@link System#nanoTime}, and tells what is left after it. */
    void awaitUntil(long deadline) {
        join(TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
        if (thread.isAlive()) {
            abandoned = true;
            // Releases a tracker that waits for an answer; then the thread can let go of what it has open.
            tracker.close();
            wake.release();
            join(GRACE_MILLIS);
        }
        tellOfRest();
    }

    private void join(long millis) {
        try {
            thread.join(Math.max(1, millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until all is delivered, or cannot be. */
    List<DeliveryReport> await() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            abandoned = true;
            tracker.close();
            Thread.currentThread().interrupt();
        }
        return outboxes.stream().map(Outbox::report).toList();
    }

    private void tellOfRest() {
        long events = 0;
        List<String> where = new ArrayList<>();
        for (Outbox outbox : outboxes) {
            long left = outbox.isElsewhere() ? 0 : outbox.undelivered();
            if (left > 0) {
                events += left;
                where.add(outbox.folder().toString());
            }
        }
        if (events > 0) {
            LOG.warn(
                    "{} events are not delivered to {}; they stay in the journals of {}{}",
                    events,
                    destination,
                    String.join(", ", where.subList(0, Math.min(3, where.size()))),
                    where.size() > 3 ? " and others" : "");
        }
    }
}
