package org.gan4j.experiments.store.journal;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Writes what was appended to a file to the disk once a second, so that the appending thread does not wait for the
 * disk.
 */
final class Flusher {
    private final AppendedFile file;
    private final Consumer<IOException> trouble;
    private final AtomicBoolean dirty = new AtomicBoolean();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "gan-journal");
        thread.setDaemon(true);
        return thread;
    });

    private Flusher(AppendedFile file, Consumer<IOException> trouble) {
        this.file = file;
        this.trouble = trouble;
    }

    static Flusher start(AppendedFile file, Consumer<IOException> trouble) {
        Flusher flusher = new Flusher(file, trouble);
        ScheduledFuture<?> unused = flusher.clock.scheduleWithFixedDelay(flusher::flush, 1, 1, TimeUnit.SECONDS);
        return flusher;
    }

    /** Reports that there is something to flush. */
    void written() {
        dirty.set(true);
    }

    void flush() {
        if (dirty.getAndSet(false)) {
            try {
                file.force();
            } catch (IOException e) {
                trouble.accept(e);
            }
        }
    }

    /** Flushes a last time. */
    void stop() {
        clock.shutdownNow();
        flush();
    }
}
