package org.gan4j.experiments.tracking;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.gan4j.api.track.RunRecord;
import org.gan4j.api.track.Tracker;
import org.gan4j.experiments.store.journal.JournalEntry;
import org.gan4j.experiments.store.journal.JournalEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers one run's journal to one tracker, batch by batch. {@link JournalTail} reads what is to be sent, {@link SendingRight} keeps
 * other senders away, and the cursor of that right notes what was taken. Used by one thread, except for {@link #undelivered} and
 * {@link #report}, which any thread may ask.
 */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** Stands for all faults, where nothing is told. */
    private static final String UNTOLD = "*";

    private final Path folder;
    private final String destination;
    private final JournalTail tail;
    private final SendingRight right;
    private boolean again;
    /** True if the destination was asked, since its last trouble, if it still has what it took. */
    private boolean confirmed;

    private volatile long taken;
    private final AtomicLong sent = new AtomicLong();
    private final PostponedFiles postponed;
    private volatile String trouble = "";
    /** The last fault of the run's own files that was told, or that somebody else tells. */
    private String told;

    private Outbox(Path folder, String destination, JournalTail tail, SendingRight right, boolean again, String told) {
        this.told = told;
        this.folder = folder;
        this.destination = destination;
        this.tail = tail;
        this.right = right;
        this.again = again;
        postponed = new PostponedFiles(folder);
    }

    /**
     * An outbox for a journal that grows, and for several senders that take turns. It tells of faults of the run's files once.
     *
     * @param told the fault that was told already, or empty
     */
    static Outbox following(Path folder, String destination, String told) {
        return new Outbox(
                folder,
                destination,
                JournalTail.growing(folder),
                SendingRight.byTurns(folder, destination),
                false,
                told);
    }

    /**
     * An outbox for what the journal holds now; no other sender sends the run before it is closed. Who asks for its report tells
     * of faults.
     *
     * @param again whether to send also what was taken before
     */
    static Outbox once(Path folder, String destination, boolean again) {
        return new Outbox(
                folder,
                destination,
                JournalTail.asOfNow(folder),
                SendingRight.kept(folder, destination),
                again,
                UNTOLD);
    }

    Path folder() {
        return folder;
    }

    /**
     * Delivers one batch. Files that were postponed are tried again after all else.
     *
     * @param last whether nobody will ask much later, so that postponed files are tried again now
     * @return whether there was anything to deliver
     * @throws Exception the tracker's trouble; the same batch is delivered the next time. A file of the run that cannot be read or
     *     written is told of, and is no trouble of the tracker's
     */
    boolean deliver(Tracker tracker, boolean last) throws Exception {
        try {
            if (!tail.hasMore() && !postponed.isDue(last)) {
                return false;
            }
            Optional<DeliveryCursor> cursor = right.beginTurn();
            boolean anything = cursor.isPresent() && deliver(tracker, cursor.get(), last);
            trouble = "";
            return anything;
        } catch (LocalTrouble e) {
            trouble = String.valueOf(e.getMessage());
            tell(trouble, "the delivery of this run waits for that, and no other one does");
            return false;
        } catch (Exception | LinkageError e) {
            confirmed = false;
            trouble = e.getMessage() == null ? e.toString() : e.getMessage();
            throw e;
        } finally {
            right.endTurn();
        }
    }

    private void tell(String fault, String consequence) {
        if (!told.equals(UNTOLD) && !told.equals(fault)) {
            told = fault;
            LOG.warn("{}; {}", fault, consequence);
        }
    }

    private boolean deliver(Tracker tracker, DeliveryCursor cursor, boolean last) throws Exception {
        if (again) {
            startOver(cursor);
            again = false;
        }
        taken = Math.max(taken, cursor.sequence());
        postponed.load(cursor);
        tail.read(taken);
        if (!tail.damage().isEmpty()) {
            tell(tail.damage(), "what comes before is delivered");
        }
        if (!confirmed
                && tail.run().isPresent()
                && lacksWhatItTook(tracker, tail.run().get())) {
            startOver(cursor);
            tail.read(taken);
        }
        confirmed = true;
        if (send(tracker, cursor)) {
            return true;
        }
        return postponed.isDue(last)
                && tail.run().isPresent()
                && tryAgain(tail.run().get(), tracker, cursor);
    }

    private boolean tryAgain(RunRecord run, Tracker tracker, DeliveryCursor cursor) throws Exception {
        int before = postponed.sequences().size();
        try {
            postponed.send(run, tracker, cursor, taken, destination);
            return true;
        } finally {
            sent.addAndGet(before - postponed.sequences().size());
        }
    }

    private boolean lacksWhatItTook(Tracker tracker, RunRecord run) throws Exception {
        return tail.endsBefore(taken) || !tracker.holds(run);
    }

    /** The note goes too: should the first batch fail half-way, the run is there and the rest of it is not. */
    private void startOver(DeliveryCursor cursor) throws IOException {
        postponed.clear();
        cursor.write(0, postponed.sequences());
        taken = 0;
        tail.restart();
    }

    private boolean send(Tracker tracker, DeliveryCursor cursor) throws Exception {
        int records = tail.batch().size();
        int before = postponed.sequences().size();
        if (records == 0) {
            return false;
        }
        tail.force();
        for (JournalEntry entry : tail.batch()) {
            dispatch(entry, tracker);
        }
        tracker.flush();
        Refusals.keep(folder, destination, tracker.refused());
        taken = tail.tookBatch();
        sent.addAndGet(records + before - postponed.sequences().size());
        cursor.write(taken, postponed.sequences());
        return true;
    }

    private void dispatch(JournalEntry entry, Tracker tracker) throws Exception {
        JournalEvent event = entry.event();
        if (event instanceof JournalEvent.Begun begun) {
            tail.belongsTo(begun.run());
            tracker.begun(begun.run());
            return;
        }
        RunRecord run = tail.run()
                .orElseThrow(() -> new IOException(folder + ": the journal does not begin with the run's record"));
        if (event instanceof JournalEvent.Measured measured) {
            tracker.measured(run, measured.observation());
        } else if (event instanceof JournalEvent.Artifact artifact) {
            postponed.sendOrPostpone(entry.sequence(), artifact, run, tracker);
        } else if (event instanceof JournalEvent.Ended ended) {
            tracker.ended(run, ended.status(), ended.millis());
        }
    }

    /** Lets other senders send the run. */
    void close() {
        right.close();
    }

    /** Returns whether another sender is at work, though perhaps not for long. */
    boolean waitsForAnother() {
        return right.waitsForAnother();
    }

    /** Returns whether another sender was at work the last time this one looked. Any thread may ask. */
    boolean isElsewhere() {
        return right.isElsewhere();
    }

    /** Counts the sound records of the journal that the destination has not taken from this sender. Any thread may ask. */
    long undelivered() {
        return undelivered(taken);
    }

    private long undelivered(long last) {
        try {
            return tail.recordsAfter(last) + postponed.sequences().size();
        } catch (IOException e) {
            // The delivery itself tells of it.
            LOG.debug("{}: the journal cannot be read", folder, e);
            return 0;
        }
    }

    /** Returns the progress so far. Any thread may ask. */
    DeliveryReport report() {
        return isElsewhere()
                ? leftToAnother()
                : new DeliveryReport(folder, destination, sent.get(), undelivered(), whatIsWrong());
    }

    private String whatIsWrong() {
        return Stream.of(trouble, tail.damage(), postponed.trouble())
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse("");
    }

    private DeliveryReport leftToAnother() {
        try {
            DeliveryCursor.Content noted = DeliveryCursor.noted(folder, destination);
            String holder = "process " + noted.process() + " is sending this run there";
            return new DeliveryReport(
                    folder, destination, sent.get(), undelivered(Math.max(taken, noted.sequence())), holder);
        } catch (IOException e) {
            return new DeliveryReport(
                    folder, destination, sent.get(), undelivered(), "another process is sending this run there");
        }
    }
}
