package org.gan4j.experiments.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.run.RunRecord;
import org.gan4j.api.run.Tracker;
import org.gan4j.experiments.folder.RunFolder;
import org.gan4j.experiments.journal.Entry;
import org.gan4j.experiments.journal.Event;
import org.gan4j.experiments.journal.JournalReader;

/** What of one run's journal one tracker has not taken yet. Used by one thread, but for {@link #undelivered}. */
final class Outbox {
    /** Records that are handed to the tracker before it must have taken them all. */
    private static final int BATCH = 1000;

    private final Path folder;
    private final String destination;
    private JournalReader reader;
    /** Read, but not taken yet. */
    private final List<Entry> pending = new ArrayList<>();

    private RunRecord run;
    private volatile long taken;
    /** Whether the destination was asked, since its last trouble, if it still has what it took. */
    private boolean confirmed;

    /** Whether another sender was at work the last time this one looked. */
    private volatile boolean elsewhere;

    private boolean toldOfDamage;

    Outbox(Path folder, String destination) {
        this.folder = folder;
        this.destination = destination;
        reader = JournalReader.open(folder);
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
        Optional<Acknowledged> right = Acknowledged.take(folder, destination);
        elsewhere = right.isEmpty();
        if (elsewhere) {
            return false;
        }
        try (Acknowledged acknowledged = right.get()) {
            taken = Math.max(taken, acknowledged.sequence());
            read();
            if (!confirmed && run != null && !tracker.holds(run)) {
                startOver();
                read();
            }
            confirmed = true;
            return send(tracker, acknowledged);
        } catch (Exception | LinkageError e) {
            confirmed = false;
            throw e;
        }
    }

    private boolean hasGrown() throws IOException {
        Path journal = new RunFolder(folder).journal();
        return Files.exists(journal)
                && Files.size(journal) > reader.offset()
                && reader.damage().isEmpty();
    }

    private void startOver() {
        taken = 0;
        pending.clear();
        reader = JournalReader.open(folder);
    }

    private void read() throws IOException {
        pending.removeIf(entry -> entry.sequence() <= taken);
        while (pending.size() < BATCH) {
            Optional<Entry> entry = reader.next();
            if (entry.isEmpty()) {
                break;
            }
            if (entry.get().sequence() > taken) {
                pending.add(entry.get());
            } else if (entry.get().event() instanceof Event.Begun begun) {
                run = begun.run();
            }
        }
        if (reader.damage().isPresent() && !toldOfDamage) {
            toldOfDamage = true;
            System.err.println("gan: " + reader.damage().get() + "; what comes before is delivered");
        }
    }

    private boolean send(Tracker tracker, Acknowledged acknowledged) throws Exception {
        if (pending.isEmpty()) {
            return false;
        }
        for (Entry entry : pending) {
            hand(entry.event(), tracker);
        }
        tracker.flush();
        taken = pending.get(pending.size() - 1).sequence();
        pending.clear();
        acknowledged.sequence(taken);
        return true;
    }

    private void hand(Event event, Tracker tracker) throws Exception {
        if (event instanceof Event.Begun begun) {
            run = begun.run();
            tracker.begun(run);
        } else if (run == null) {
            throw new IOException(folder + ": the journal does not begin with the run's record");
        } else if (event instanceof Event.Measured measured) {
            tracker.measured(run, measured.step(), measured.millis(), measured.values());
        } else if (event instanceof Event.Artifact artifact) {
            Path file = folder.resolve(artifact.name());
            if (Files.isRegularFile(file)) {
                tracker.artifact(run, artifact.name(), file, artifact.step(), artifact.millis());
            } else {
                System.err.println("gan: " + file + " is gone, so it is not delivered");
            }
        } else if (event instanceof Event.Ended ended) {
            tracker.ended(run, ended.status(), ended.millis());
        }
    }

    /** How many sound records of the journal nobody brings to the tracker. May be called by any thread. */
    long undelivered() {
        long count = 0;
        if (elsewhere) {
            return count;
        }
        try {
            JournalReader all = JournalReader.open(folder);
            for (Optional<Entry> entry = all.next(); entry.isPresent(); entry = all.next()) {
                count += entry.get().sequence() > taken ? 1 : 0;
            }
        } catch (IOException e) {
            System.err.println("gan: " + folder + ": the journal cannot be read: " + e);
        }
        return count;
    }
}
