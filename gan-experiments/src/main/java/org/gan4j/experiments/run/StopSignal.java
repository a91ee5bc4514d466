package org.gan4j.experiments.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A record of whether the process was asked to stop. On a signal the JVM's shutdown waits a moment for the current work to be written;
 * the exit code stays that of the signal.
 */
final class StopSignal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::ask, "gan-stop");

    private StopSignal() {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM shuts down already, because the signal came before.
            asked.set(true);
        }
    }

    /** Listens for signals until closed. */
    static StopSignal onSignal() {
        return new StopSignal();
    }

    boolean asked() {
        return asked.get();
    }

    private void ask() {
        asked.set(true);
        try {
            done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        if (!asked()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The shutdown has begun between the two lines; the hook ends by itself.
                asked.set(true);
            }
        }
    }
}
