package org.gan4j.experiments.mlflow.server;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowClientException;
import org.mlflow.tracking.MlflowHttpException;
import org.mlflow.tracking.creds.BasicMlflowHostCreds;

/**
 * MLflow's own client, which has no timeouts, under a watchdog: a question that takes too long is ended by closing the client
 * under it, and the next question gets a new one. Questions are asked by one thread; {@link #close} may be called by any.
 */
public final class GuardedClient implements AutoCloseable {
    private final Address address;
    private final Duration patience;
    private final RetryAfterProbe knock;
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "gan-mlflow-watchdog");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable MlflowClient client;
    private boolean closed;

    public GuardedClient(Address address, Duration patience) {
        this.address = address;
        this.patience = patience;
        knock = new RetryAfterProbe(address, patience);
    }

    /**
     * Asks the server.
     *
     * @throws MlflowErrors.Refused     if it says no
     * @throws IOException if it cannot be reached, does not answer in time, or has trouble of its own
     */
    public <R> R ask(Function<MlflowClient, R> question) throws IOException {
        MlflowClient asked = client();
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> alarm = watchdog.schedule(
                () -> {
                    late.set(true);
                    asked.close();
                },
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return question.apply(asked);
        } catch (MlflowHttpException e) {
            IOException trouble = MlflowErrors.trouble(address, e.getStatusCode(), e.getBodyMessage());
            throw trouble instanceof MlflowErrors.Refused
                    ? trouble
                    : knock.trouble().orElse(trouble);
        } catch (MlflowClientException | IllegalStateException e) {
            discard(asked);
            IOException silence = new IOException("no answer within " + patience.toSeconds() + " s", e);
            throw late.get()
                    ? knock.trouble().orElse(silence)
                    : TlsTrust.remedy(e).orElseGet(() -> new IOException(reason(e), e));
        } finally {
            alarm.cancel(false);
            if (late.get()) {
                discard(asked);
            }
        }
    }

    private static String reason(Throwable trouble) {
        Throwable cause = trouble;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private synchronized MlflowClient client() throws IOException {
        if (closed) {
            throw new IOException("sending has ended");
        }
        if (client == null) {
            client = new MlflowClient(credentials());
        }
        return client;
    }

    private BasicMlflowHostCreds credentials() {
        return address.user().isEmpty()
                ? new BasicMlflowHostCreds(address.uri(), null, null, orNull(address.token()), address.insecure())
                : new BasicMlflowHostCreds(address.uri(), address.user(), address.password(), null, address.insecure());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** After trouble the next question gets a client whose connections are its own. */
    private synchronized void discard(MlflowClient used) {
        if (client == used) {
            client = null;
        }
        used.close();
    }

    @Override
    public synchronized void close() {
        closed = true;
        watchdog.shutdownNow();
        if (client != null) {
            client.close();
        }
    }
}
