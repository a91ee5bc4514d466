package org.gan4j.experiments.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The right to do something in a folder alone, among all processes. The operating system gives it back when the holder ends,
 * however that happens.
 */
public final class FolderLock implements Closeable {
    private final RandomAccessFile file;

    private FolderLock(RandomAccessFile file) {
        this.file = file;
    }

    /**
     * Takes the lock, or nothing if another holds it.
     *
     * @param path a file that is only ever opened here: closing it anywhere in the process would give the lock back
     */
    public static Optional<FolderLock> take(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            if (file.getChannel().tryLock() != null) {
                return Optional.of(new FolderLock(file));
            }
        } catch (OverlappingFileLockException e) {
            // Held by another thread of this process.
        } catch (IOException e) {
            file.close();
            throw e;
        }
        file.close();
        return Optional.empty();
    }

    /** The locked file. */
    public RandomAccessFile file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
