package org.gan4j.experiments.tracking;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.track.RunRecord;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.JournalEntry;
import org.gan4j.experiments.store.journal.JournalEvent;
import org.gan4j.experiments.store.journal.JournalReader;

/** Reads a run's journal in batches: the records behind those that a destination has taken. Used by one thread. */
final class JournalTail {
    /** Records that are handed to the tracker before it must have taken them all. */
    private static final int BATCH = 1000;

    private final Path folder;
    /** Offset in the journal behind which nothing is of interest. */
    private final long until;
    /** Records that were read and are not taken yet. */
    private final List<JournalEntry> pending = new ArrayList<>();

    private JournalReader reader;
    private Optional<RunRecord> run = Optional.empty();
    /** Sequence of the last record that was read. */
    private long last;

    private volatile String damage = "";

    private JournalTail(Path folder, long until) {
        this.folder = folder;
        this.until = until;
        reader = JournalReader.open(folder);
    }

    /** The tail of a journal that grows. */
    static JournalTail growing(Path folder) {
        return new JournalTail(folder, Long.MAX_VALUE);
    }

    /** The tail of what a journal holds now. */
    static JournalTail asOfNow(Path folder) {
        return new JournalTail(folder, new RunFolder(folder).journal().toFile().length());
    }

    /** Returns whether there is anything that was not taken. */
    boolean hasMore() throws LocalTrouble {
        if (!pending.isEmpty()) {
            return true;
        }
        try {
            return Files.exists(journal())
                    && Math.min(until, Files.size(journal())) > reader.offset()
                    && reader.damage().isEmpty();
        } catch (IOException e) {
            throw LocalTrouble.reading(journal(), e);
        }
    }

    private Path journal() {
        return new RunFolder(folder).journal();
    }

    /** Reads from the journal's beginning again. */
    void restart() {
        pending.clear();
        reader = JournalReader.open(folder);
    }

    /** Fills the batch with records behind the one that was taken last. */
    void read(long taken) throws LocalTrouble {
        pending.removeIf(entry -> entry.sequence() <= taken);
        while (pending.size() < BATCH) {
            Optional<JournalEntry> entry = next();
            if (entry.isEmpty()) {
                break;
            }
            last = entry.get().sequence();
            if (last > taken) {
                pending.add(entry.get());
            } else if (entry.get().event() instanceof JournalEvent.Begun begun) {
                belongsTo(begun.run());
            }
        }
        if (reader.damage().isPresent() && damage.isEmpty()) {
            damage = reader.damage().get().toString();
        }
    }

    private Optional<JournalEntry> next() throws LocalTrouble {
        try {
            return reader.next();
        } catch (IOException e) {
            throw LocalTrouble.reading(journal(), e);
        }
    }

    /** Returns whether the journal ends before what was taken, as after a loss: its next records take numbers that were taken once. */
    boolean endsBefore(long taken) {
        return pending.isEmpty() && last < taken;
    }

    /** The batch, in the journal's order. */
    List<JournalEntry> batch() {
        return Collections.unmodifiableList(pending);
    }

    /** Drops the batch, and returns the sequence of its last record. */
    long tookBatch() {
        long taken = pending.get(pending.size() - 1).sequence();
        pending.clear();
        return taken;
    }

    /** The run that the records so far belong to; empty before its first record. */
    Optional<RunRecord> run() {
        return run;
    }

    void belongsTo(RunRecord begun) {
        run = Optional.of(begun);
    }

    /** Returns what is wrong with the journal, or empty. Any thread may ask. */
    String damage() {
        return damage;
    }

    /** Syncs the journal to disk, so that nothing is sent that a crash could still lose. */
    void force() throws LocalTrouble {
        try (RandomAccessFile journal = new RandomAccessFile(journal().toFile(), "rw")) {
            journal.getFD().sync();
        } catch (IOException e) {
            throw LocalTrouble.reading(journal(), e);
        }
    }

    /** Counts the sound records behind one. Any thread may ask. */
    long recordsAfter(long sequence) throws IOException {
        return recordsAfter(sequence, folder, until);
    }

    /** Counts the sound records of a whole journal behind one. */
    static long recordsAfter(long sequence, Path folder) throws IOException {
        return recordsAfter(sequence, folder, Long.MAX_VALUE);
    }

    private static long recordsAfter(long sequence, Path folder, long until) throws IOException {
        long count = 0;
        JournalReader all = JournalReader.open(folder);
        for (Optional<JournalEntry> entry = all.next();
                entry.isPresent() && entry.get().end() <= until;
                entry = all.next()) {
            count += entry.get().sequence() > sequence ? 1 : 0;
        }
        return count;
    }
}
