package org.gan4j.experiments.store.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.experiments.store.RunFolder;
import org.jspecify.annotations.Nullable;

/**
 * Reads a run's journal, also while it is being written. It stops at the first damaged record and says where;
 * everything before it is undamaged. Holds no file open between calls. Used by one thread.
 */
public final class JournalReader {
    private static final int CHUNK = 1 << 16;

    /**
     * The place of the first damage in a journal.
     *
     * @param line   number of the line in the file, from 1
     * @param offset of the line's first byte
     * @param reason what is wrong with the line, as the end of a sentence about it
     */
    public record Damage(Path journal, long line, long offset, String reason) {
        @Override
        public String toString() {
            return journal + ": line " + line + " (byte " + offset + ") " + reason;
        }
    }

    private final Path journal;
    /** The offset of the first byte that no returned entry holds. */
    private long offset;

    private long sequence;
    private long line = 1;
    private @Nullable Damage damage;
    /**
     * A buffer of the file's bytes from {@code offset} on, as far as they were read: those between {@code from} and
     * {@code to}.
     */
    private byte[] ahead = new byte[CHUNK];

    private int from;
    private int to;

    private JournalReader(Path journal) {
        this.journal = journal;
    }

    /** Creates a reader at the beginning of a run's journal, which need not exist yet. */
    public static JournalReader open(Path runFolder) {
        return new JournalReader(new RunFolder(runFolder).journal());
    }

    /**
     * Returns the next record, or empty if there is no further undamaged record yet.
     *
     * @throws IOException if the file cannot be read; the call may be repeated
     */
    public Optional<JournalEntry> next() throws IOException {
        if (damage != null) {
            return Optional.empty();
        }
        int newline = newline();
        return newline < 0 ? Optional.empty() : parse(newline);
    }

    private Optional<JournalEntry> parse(int newline) {
        try {
            JournalLine.Parsed parsed = JournalLine.decode(ahead, from, newline);
            if (parsed.sequence() <= sequence) {
                throw new JournalLine.Damaged("repeats sequence number " + parsed.sequence());
            }
            sequence = parsed.sequence();
            offset += newline + 1L - from;
            from = newline + 1;
            line++;
            return Optional.of(new JournalEntry(sequence, offset, parsed.event()));
        } catch (JournalLine.Damaged e) {
            damage = new Damage(journal, line, offset, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Returns where and why reading stopped for good, if it did. */
    public Optional<Damage> damage() {
        return Optional.ofNullable(damage);
    }

    /** Returns the offset of the byte after the last undamaged record that was read. */
    public long offset() {
        return offset;
    }

    /**
     * Returns the index of the next newline in {@code ahead}, reading on where needed; -1 if the file ends before one.
     */
    private int newline() throws IOException {
        int searched = from;
        while (true) {
            for (int i = searched; i < to; i++) {
                if (ahead[i] == '\n') {
                    return i;
                }
            }
            int length = to - from;
            if (!readOn()) {
                // An unfinished record may be cut off by the next process that resumes the run: forget its bytes.
                from = 0;
                to = 0;
                return -1;
            }
            searched = from + length;
        }
    }

    private boolean readOn() throws IOException {
        if (!Files.exists(journal)) {
            return false;
        }
        int length = to - from;
        byte[] grown = length + CHUNK <= ahead.length ? ahead : new byte[2 * length + CHUNK];
        System.arraycopy(ahead, from, grown, 0, length);
        ahead = grown;
        from = 0;
        to = length;
        try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "r")) {
            file.seek(offset + length);
            int count = file.read(ahead, length, ahead.length - length);
            to = length + Math.max(0, count);
            return count > 0;
        }
    }
}
