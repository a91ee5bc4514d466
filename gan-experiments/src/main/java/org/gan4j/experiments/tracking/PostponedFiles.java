package org.gan4j.experiments.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.gan4j.api.track.RunRecord;
import org.gan4j.api.track.Tracker;
import org.gan4j.api.track.TryLater;
import org.gan4j.experiments.store.journal.JournalEntry;
import org.gan4j.experiments.store.journal.JournalEvent;
import org.gan4j.experiments.store.journal.JournalReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one run that its destination does not take although it answers, as behind a proxy that cuts large ones off. What
 * comes after them in the journal does not wait for them; the cursor keeps them until they are taken.
 */
final class PostponedFiles {
    private static final Logger LOG = LoggerFactory.getLogger(PostponedFiles.class);

    /** The time after which a run that goes on tries them again. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Path folder;
    private final LongSupplier nanos;
    private final List<Long> sequences = new CopyOnWriteArrayList<>();
    private long tried;
    private volatile String trouble = "";

    PostponedFiles(Path folder) {
        this(folder, System::nanoTime);
    }

    PostponedFiles(Path folder, LongSupplier nanos) {
        this.folder = folder;
        this.nanos = nanos;
        tried = nanos.getAsLong();
    }

    /** Sequences of the files. Any thread may ask. */
    List<Long> sequences() {
        return List.copyOf(sequences);
    }

    void clear() {
        sequences.clear();
    }

    /** Takes over what a sender before this one has postponed. */
    void load(DeliveryCursor cursor) throws IOException {
        sequences.clear();
        sequences.addAll(cursor.postponed());
    }

    /** Returns whether there is a file to try now. */
    boolean isDue(boolean last) {
        return !sequences.isEmpty() && (last || nanos.getAsLong() - tried > PAUSE.toNanos());
    }

    /**
     * Sends a file, or postpones it if the destination does not take it.
     *
     * @throws Exception the trouble, if the destination takes nothing else either, or wants a pause
     */
    void sendOrPostpone(long sequence, JournalEvent.Artifact file, RunRecord run, Tracker tracker) throws Exception {
        try {
            send(file, run, tracker);
        } catch (TryLater e) {
            throw e;
        } catch (Exception e) {
            if (!answers(tracker, run)) {
                throw e;
            }
            trouble = notTaken(file, e);
            sequences.add(sequence);
            tried = nanos.getAsLong();
        }
    }

    /** Returns why the last one was not taken, if any is left. Any thread may ask. */
    String trouble() {
        return sequences.isEmpty() ? "" : trouble;
    }

    private static String notTaken(JournalEvent.Artifact file, Exception reason) {
        return "the file " + file.name() + " is not taken: " + reason.getMessage();
    }

    private static boolean answers(Tracker tracker, RunRecord run) {
        try {
            return tracker.holds(run);
        } catch (Exception e) {
            return false;
        }
    }

    private void send(JournalEvent.Artifact artifact, RunRecord run, Tracker tracker) throws Exception {
        Path file = folder.resolve(artifact.name());
        if (Files.isRegularFile(file)) {
            tracker.artifact(run, artifact.name(), file, artifact.step(), artifact.millis());
        } else {
            LOG.warn("{} is gone, so it is not delivered", file);
        }
    }

    /**
     * Tries all again.
     *
     * @throws IOException if one is still not taken
     */
    void send(RunRecord run, Tracker tracker, DeliveryCursor cursor, long taken, String destination) throws Exception {
        tried = nanos.getAsLong();
        List<String> troubles = new ArrayList<>();
        for (JournalEntry entry : entries()) {
            JournalEvent.Artifact artifact = (JournalEvent.Artifact) entry.event();
            try {
                send(artifact, run, tracker);
                tracker.flush();
                Refusals.keep(folder, destination, tracker.refused());
                sequences.remove(entry.sequence());
                cursor.write(taken, sequences());
            } catch (TryLater e) {
                throw e;
            } catch (Exception e) {
                troubles.add(notTaken(artifact, e));
            }
        }
        if (!troubles.isEmpty()) {
            throw new IOException(troubles.get(0)
                    + (troubles.size() == 1 ? "" : ", and " + (troubles.size() - 1) + " more files are not"));
        }
    }

    private List<JournalEntry> entries() throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        JournalReader reader = JournalReader.open(folder);
        for (Optional<JournalEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
            if (sequences.contains(entry.get().sequence()) && entry.get().event() instanceof JournalEvent.Artifact) {
                entries.add(entry.get());
            }
        }
        return entries;
    }
}
