package org.gan4j.experiments.store.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to do something in a folder alone, among all processes. The operating system gives it back when the holder ends,
 * however that happens.
 */
public final class FolderLock implements Closeable {
    /**
     * What this process holds: a system's locks belong to the process, and closing the file once more, as after an attempt to take it
     * twice, would give the lock back.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final RandomAccessFile file;

    private FolderLock(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Takes the lock, or nothing if another holds it.
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

    /** The locked file. */
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
