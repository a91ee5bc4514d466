package org.gan4j.experiments.library.data.source.mirror;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.files.FileSet.KnownFile;
import org.gan4j.experiments.library.data.source.Attempt;
import org.gan4j.experiments.library.data.source.Intake;
import org.gan4j.experiments.library.data.source.Tar;
import org.jspecify.annotations.Nullable;

/**
 * A web folder that holds the set's files, gzipped or plain, or a gzipped tar archive that holds them.
 *
 * @param address     of the folder, ending with a slash, or of the archive, ending with {@code .tar.gz}
 * @param environment for the proxy
 */
public record Mirror(URI address, Map<String, String> environment) implements Attempt {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration FILE = Duration.ofMinutes(10);
    private static final String ARCHIVE = ".tar.gz";
    /** A generous limit of what gzip may add to bytes that it cannot make smaller. */
    private static final long OVERHEAD = 1 << 16;

    @Override
    public String description() {
        return address.toString();
    }

    @Override
    public void fetch(FileSet set, Path into) throws Unavailable {
        // HTTP/1.1: Java's client hangs on some proxies and servers that claim HTTP/2.
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .proxy(new EnvironmentProxy(environment))
                .build();
        if (address.getPath().endsWith(ARCHIVE)) {
            fetchArchive(client, set, into);
            return;
        }
        for (KnownFile file : set.files()) {
            Path part = into.resolve(file.name() + ".part");
            int status = download(client, address.resolve(file.name() + ".gz"), part, file.bytes() + OVERHEAD);
            if (status == 403 || status == 404) {
                status = download(client, address.resolve(file.name()), part, file.bytes());
            }
            if (status != 200) {
                throw new Unavailable("the server answers " + status + " for " + file.name());
            }
            try (InputStream in = Files.newInputStream(part)) {
                Intake.accept(file, in, into);
                Files.delete(part);
            } catch (IOException e) {
                throw new Unavailable(part + " cannot be read: " + e, e);
            }
        }
    }

    private void fetchArchive(HttpClient client, FileSet set, Path into) throws Unavailable {
        Path archive = into.resolve(set.name() + ARCHIVE);
        long most = set.files().stream().mapToLong(KnownFile::bytes).sum() + OVERHEAD;
        int status = download(client, address, archive, most);
        if (status != 200) {
            throw new Unavailable("the server answers " + status);
        }
        Tar.accept(set, archive, into);
    }

    /** Writes what an address holds into a file and returns the status; nothing is written unless it is 200. */
    private static int download(HttpClient client, URI address, Path part, long limit) throws Unavailable {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER).build();
        try (OutputStream out = Files.newOutputStream(part)) {
            CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(
                    request,
                    head -> head.statusCode() == 200
                            ? HttpResponse.BodySubscribers.ofByteArrayConsumer(new Limited(out, limit))
                            : HttpResponse.BodySubscribers.discarding());
            try {
                return answer.get(FILE.toSeconds(), TimeUnit.SECONDS).statusCode();
            } finally {
                answer.cancel(true);
            }
        } catch (ExecutionException e) {
            throw new Unavailable(reason(e.getCause()), e);
        } catch (TimeoutException e) {
            throw new Unavailable(address + " took longer than " + FILE.toMinutes() + " minutes", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted", e);
        } catch (IOException e) {
            throw new Unavailable(part + " cannot be written: " + e, e);
        }
    }

    private static String reason(@Nullable Throwable failure) {
        if (failure instanceof UncheckedIOException unchecked) {
            return String.valueOf(Objects.requireNonNull(unchecked.getCause()).getMessage());
        }
        String message = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "the host is unknown";
            }
            message = message == null ? cause.getMessage() : message;
        }
        return "no connection" + (message == null ? "" : " (" + message + ")");
    }

    /** Writes what comes, and refuses what is longer than the file can be. */
    private static final class Limited implements Consumer<Optional<byte[]>> {
        private final OutputStream out;
        private long left;

        Limited(OutputStream out, long limit) {
            this.out = out;
            this.left = limit;
        }

        @Override
        public void accept(Optional<byte[]> bytes) {
            try {
                if (bytes.isPresent()) {
                    left -= bytes.get().length;
                    if (left < 0) {
                        throw new IOException("the server sends more bytes than the file has");
                    }
                    out.write(bytes.get());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
