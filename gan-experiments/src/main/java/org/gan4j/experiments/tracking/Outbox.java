package org.gan4j.experiments.tracking;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.run.RunRecord;
import org.gan4j.api.run.Tracker;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.JournalEntry;
import org.gan4j.experiments.store.journal.JournalEvent;
import org.gan4j.experiments.store.journal.JournalReader;

/**
 * What of one run's journal one tracker has not taken yet. Used by one thread; what is said to others, {@link #undelivered} and
 * {@link #shipment}, may be asked by any.
 */
final class Outbox {
    /** Records that are handed to the tracker before it must have taken them all. */
    private static final int BATCH = 1000;

    /** How often another sender is found at work before this one, being closed, leaves the run to it. */
    private static final int LOOKS = 20;

    private final Path folder;
    private final String destination;
    private JournalReader reader;
    /** Read, but not taken yet. */
    private final List<JournalEntry> pending = new ArrayList<>();

    private RunRecord run;
    /** Sequence of the last record that was read. */
    private long last;

    private volatile long taken;
    /** Whether the destination was asked, since its last trouble, if it still has what it took. */
    private boolean confirmed;

    /** How often in a row another sender was at work when this one looked. */
    private volatile int elsewhere;

    /** Offset in the journal behind which nothing is of interest. */
    private final long until;

    /** Whether no other sender may send the run before this outbox is closed. */
    private final boolean alone;
    /** The right to send, while this outbox has it. */
    private Optional<DeliveryCursor> right = Optional.empty();

    private boolean again;
    private volatile long sent;
    private volatile String trouble = "";
    private volatile String damage = "";

    private Outbox(Path folder, String destination, long until, boolean alone, boolean again) {
        this.folder = folder;
        this.destination = destination;
        this.until = until;
        this.alone = alone;
        this.again = again;
        reader = JournalReader.open(folder);
    }

    /** For a journal that grows, and for several senders that take turns. */
    static Outbox following(Path folder, String destination) {
        return new Outbox(folder, destination, Long.MAX_VALUE, false, false);
    }

    /**
     * For what the journal holds now.
     *
     * @param again whether also what was taken before
     */
    static Outbox once(Path folder, String destination, boolean again) {
        long length = new RunFolder(folder).journal().toFile().length();
        return new Outbox(folder, destination, length, true, again);
    }

    Path folder() {
        return folder;
    }

    /**
     * Delivers one batch.
     *
     * @return whether there was anything to deliver
     * @throws Exception the tracker's trouble; the same batch is delivered the next time
     */
    boolean deliver(Tracker tracker) throws Exception {
        if (pending.isEmpty() && !hasGrown()) {
            return false;
        }
        try {
            boolean anything = hasTheRight() && deliver(tracker, right.get());
            trouble = "";
            return anything;
        } catch (Exception | LinkageError e) {
            confirmed = false;
            trouble = e.getMessage() == null ? e.toString() : e.getMessage();
            throw e;
        } finally {
            if (!alone) {
                close();
            }
        }
    }

    private boolean hasTheRight() throws IOException {
        if (right.isEmpty()) {
            right = DeliveryCursor.take(folder, destination);
        }
        elsewhere = right.isPresent() ? 0 : elsewhere + 1;
        return right.isPresent();
    }

    private boolean deliver(Tracker tracker, DeliveryCursor acknowledged) throws Exception {
        if (again) {
            startOver(acknowledged);
            again = false;
        }
        taken = Math.max(taken, acknowledged.sequence());
        read();
        if (!confirmed && run != null && (isShorter() || !tracker.holds(run))) {
            startOver(acknowledged);
            read();
        }
        confirmed = true;
        return send(tracker, acknowledged);
    }

    /** Whether the journal ends before what was taken, as after a loss: its next records take numbers that were taken once. */
    private boolean isShorter() {
        return pending.isEmpty() && last < taken;
    }

    /** Lets other senders send the run. */
    void close() {
        try {
            if (right.isPresent()) {
                right.get().close();
            }
        } catch (IOException e) {
            System.err.println("gan: " + folder + ": " + e);
        }
        right = Optional.empty();
    }

    private boolean hasGrown() throws IOException {
        Path journal = new RunFolder(folder).journal();
        return Files.exists(journal)
                && Math.min(until, Files.size(journal)) > reader.offset()
                && reader.damage().isEmpty();
    }

    /** The note goes too: should the first batch fail half-way, the run is there and the rest of it is not. */
    private void startOver(DeliveryCursor acknowledged) throws IOException {
        acknowledged.sequence(0);
        taken = 0;
        pending.clear();
        reader = JournalReader.open(folder);
    }

    private void read() throws IOException {
        pending.removeIf(entry -> entry.sequence() <= taken);
        while (pending.size() < BATCH) {
            Optional<JournalEntry> entry = reader.next();
            if (entry.isEmpty()) {
                break;
            }
            last = entry.get().sequence();
            if (last > taken) {
                pending.add(entry.get());
            } else if (entry.get().event() instanceof JournalEvent.Begun begun) {
                run = begun.run();
            }
        }
        if (reader.damage().isPresent() && damage.isEmpty()) {
            damage = reader.damage().get().toString();
            System.err.println("gan: " + reader.damage().get() + "; what comes before is delivered");
        }
    }

    private boolean send(Tracker tracker, DeliveryCursor acknowledged) throws Exception {
        if (pending.isEmpty()) {
            return false;
        }
        force();
        for (JournalEntry entry : pending) {
            hand(entry.event(), tracker);
        }
        tracker.flush();
        Refusals.keep(folder, destination, tracker.refused());
        taken = pending.get(pending.size() - 1).sequence();
        sent += pending.size();
        pending.clear();
        acknowledged.sequence(taken);
        return true;
    }

    /** Nobody is told what this machine could still forget. */
    private void force() throws IOException {
        try (RandomAccessFile journal =
                new RandomAccessFile(new RunFolder(folder).journal().toFile(), "rw")) {
            journal.getFD().sync();
        }
    }

    private void hand(JournalEvent event, Tracker tracker) throws Exception {
        if (event instanceof JournalEvent.Begun begun) {
            run = begun.run();
            tracker.begun(run);
        } else if (run == null) {
            throw new IOException(folder + ": the journal does not begin with the run's record");
        } else if (event instanceof JournalEvent.Measured measured) {
            tracker.measured(run, measured.step(), measured.millis(), measured.values());
        } else if (event instanceof JournalEvent.Artifact artifact) {
            Path file = folder.resolve(artifact.name());
            if (Files.isRegularFile(file)) {
                tracker.artifact(run, artifact.name(), file, artifact.step(), artifact.millis());
            } else {
                System.err.println("gan: " + file + " is gone, so it is not delivered");
            }
        } else if (event instanceof JournalEvent.Ended ended) {
            tracker.ended(run, ended.status(), ended.millis());
        }
    }

    /** Whether another sender is at work, though perhaps not for long. */
    boolean waitsForAnother() {
        return elsewhere > 0 && elsewhere < LOOKS;
    }

    /** Whether another sender was at work the last time this one looked. May be called by any thread. */
    boolean isElsewhere() {
        return elsewhere > 0;
    }

    /** How many sound records of the journal the destination has not taken from this sender. May be called by any thread. */
    long undelivered() {
        return undelivered(taken);
    }

    private long undelivered(long last) {
        try {
            return recordsAfter(last, folder, until);
        } catch (IOException e) {
            System.err.println("gan: " + folder + ": the journal cannot be read: " + e);
            return 0;
        }
    }

    /** How many sound records of a journal, up to an offset, come after one. */
    static long recordsAfter(long sequence, Path folder, long until) throws IOException {
        long count = 0;
        JournalReader all = JournalReader.open(folder);
        for (Optional<JournalEntry> entry = all.next();
                entry.isPresent() && entry.get().end() <= until;
                entry = all.next()) {
            count += entry.get().sequence() > sequence ? 1 : 0;
        }
        return count;
    }

    /** How far it has come. May be called by any thread. */
    DeliveryReport shipment() {
        return isElsewhere()
                ? leftToAnother()
                : new DeliveryReport(folder, destination, sent, undelivered(), trouble.isEmpty() ? damage : trouble);
    }

    private DeliveryReport leftToAnother() {
        try {
            DeliveryCursor.Content noted = DeliveryCursor.noted(folder, destination);
            String holder = "process " + noted.process() + " is sending this run there";
            return new DeliveryReport(
                    folder, destination, sent, undelivered(Math.max(taken, noted.sequence())), holder);
        } catch (IOException e) {
            return new DeliveryReport(
                    folder, destination, sent, undelivered(), "another process is sending this run there");
        }
    }
}
