package org.gan4j.experiments.store.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.gan4j.disk.DiskOperations;
import org.gan4j.disk.DiskOperations.Kind;

/**
 * A file that grows by whole pieces: a piece that could not be written completely is taken back, and waits in memory until
 * the disk takes it. Writing goes to the operating
 * system's memory, so what was written outlives this process; {@link #force} makes it outlive the machine. A thread's interrupt
 * does not close it, as it would a channel.
 */
final class AppendedFile implements Closeable {
    private static final long MOST_WAITING = 16L << 20;

    private final RandomAccessFile file;
    private final Path path;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private long refused;
    private long length;

    /** Opens or creates a file, and removes everything after its first {@code length} bytes. */
    AppendedFile(Path path, long length) throws IOException {
        this.path = path;
        file = new RandomAccessFile(path.toFile(), "rw");
        this.length = length;
        truncate();
    }

    private void truncate() throws IOException {
        if (file.length() > length) {
            file.setLength(length);
        }
    }

    /**
     * Appends a piece behind those that wait.
     *
     * @throws IOException if the disk does not take it; it waits then, as long as there is memory for it
     */
    void append(byte[] piece) throws IOException {
        if (waitingBytes + piece.length > MOST_WAITING) {
            refused++;
        } else {
            waiting.add(piece);
            waitingBytes += piece.length;
        }
        catchUp();
    }

    /**
     * Writes what waits.
     *
     * @throws IOException if the disk still does not take it
     */
    void catchUp() throws IOException {
        for (byte[] next = waiting.peek(); next != null; next = waiting.peek()) {
            DiskOperations.before(Kind.APPEND, path);
            truncate();
            file.seek(length);
            file.write(next);
            length += next.length;
            waitingBytes -= next.length;
            waiting.remove();
        }
    }

    /** Returns the number of pieces that the file lacks: those that wait, and those for which there was no memory. */
    long missing() {
        return waiting.size() + refused;
    }

    void force() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
