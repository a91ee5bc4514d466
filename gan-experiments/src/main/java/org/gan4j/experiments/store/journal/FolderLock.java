package org.gan4j.experiments.store.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A lock on a folder among all processes. The operating system releases it when the holder ends, in whatever way. */
public final class FolderLock implements Closeable {
    /**
     * The locks of this process. The operating system's locks belong to the process, and closing the file after a
     * second attempt to lock it would release the lock.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final RandomAccessFile file;

    private FolderLock(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Takes the lock, or returns empty if another process holds it.
     *
     * @param path a file that is only ever opened here
     */
    public static Optional<FolderLock> take(Path path) throws IOException {
        Path held = path.toAbsolutePath().normalize();
        if (!HELD.add(held)) {
            return Optional.empty();
        }
        Optional<FolderLock> lock = Optional.empty();
        try {
            lock = lock(held);
        } finally {
            if (lock.isEmpty()) {
                HELD.remove(held);
            }
        }
        return lock;
    }

    private static Optional<FolderLock> lock(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            if (file.getChannel().tryLock() != null) {
                return Optional.of(new FolderLock(path, file));
            }
        } catch (IOException e) {
            file.close();
            throw e;
        }
        file.close();
        return Optional.empty();
    }

    /** Returns the locked file. */
    public RandomAccessFile file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        if (file.getChannel().isOpen()) {
            file.close();
            HELD.remove(path);
        }
    }
}
