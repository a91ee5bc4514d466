package org.gan4j.experiments.store.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * A file that grows by whole pieces: a piece that could not be written completely is taken back. Writing goes to the operating
 * system's memory, so what was written outlives this process; {@link #force} makes it outlive the machine. A thread's interrupt
 * does not close it, as it would a channel.
 */
final class AppendedFile implements Closeable {
    private final RandomAccessFile file;
    private long length;

    /** Opens or creates a file, and removes everything after its first {@code length} bytes. */
    AppendedFile(Path path, long length) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
        this.length = length;
        truncate();
    }

    private void truncate() throws IOException {
        if (file.length() > length) {
            file.setLength(length);
        }
    }

    void append(byte[] piece) throws IOException {
        truncate();
        file.seek(length);
        file.write(piece);
        length += piece.length;
    }

    void force() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
