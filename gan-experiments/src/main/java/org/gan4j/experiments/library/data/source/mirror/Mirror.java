package org.gan4j.experiments.library.data.source.mirror;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.files.FileSet.KnownFile;
import org.gan4j.experiments.library.data.source.Attempt;
import org.gan4j.experiments.library.data.source.Intake;
import org.gan4j.experiments.library.data.source.Tar;
import org.gan4j.experiments.net.Proxies;
import org.gan4j.experiments.net.Redirection;
import org.gan4j.experiments.net.WebAddress;
import org.gan4j.experiments.net.WebClient;

/**
 * A web folder that holds the set's files, gzipped or plain, or a gzipped tar archive that holds them.
 *
 * @param address     of the folder, or of the archive, ending with {@code .tar.gz}
 * @param environment for the proxy
 */
public record Mirror(WebAddress address, Map<String, String> environment) implements Attempt {
    /** The longest time without a byte. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final String ARCHIVE = ".tar.gz";
    /** A generous limit of what gzip may add to bytes that it cannot make smaller. */
    private static final long OVERHEAD = 1 << 16;

    @Override
    public String description() {
        return isArchive() ? address.toString() : address + "/";
    }

    private boolean isArchive() {
        return address.path().endsWith(ARCHIVE);
    }

    @Override
    public void fetch(FileSet set, Path into) throws Unavailable {
        try (WebClient client = new WebClient(new Proxies(environment), SILENCE, Optional.empty())) {
            fetch(client, set, into);
        }
    }

    private void fetch(WebClient client, FileSet set, Path into) throws Unavailable {
        if (isArchive()) {
            fetchArchive(client, set, into);
            return;
        }
        for (KnownFile file : set.files()) {
            Path part = into.resolve(file.name() + ".part");
            int status = download(client, address + "/" + file.name() + ".gz", part, file.bytes() + OVERHEAD);
            if (status == 403 || status == 404) {
                status = download(client, address + "/" + file.name(), part, file.bytes());
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

    private void fetchArchive(WebClient client, FileSet set, Path into) throws Unavailable {
        Path archive = into.resolve(set.name() + ARCHIVE);
        long most = set.files().stream().mapToLong(KnownFile::bytes).sum() + OVERHEAD;
        int status = download(client, address.toString(), archive, most);
        if (status != 200) {
            throw new Unavailable("the server answers " + status);
        }
        Tar.accept(set, archive, into);
    }

    /** Writes what an address holds into a file and returns the status; nothing is written unless it is 200. */
    private int download(WebClient client, String uri, Path part, long limit) throws Unavailable {
        Map<String, String> headers = address.login()
                .map(login -> Map.of("Authorization", login.header()))
                .orElse(Map.of());
        try (OutputStream out = Files.newOutputStream(part)) {
            return client.follow(
                            "GET",
                            uri,
                            headers,
                            BodyPublishers.noBody(),
                            head -> head.statusCode() == 200
                                    ? HttpResponse.BodySubscribers.ofByteArrayConsumer(new Limited(out, limit))
                                    : HttpResponse.BodySubscribers.discarding(),
                            (from, to) -> !Redirection.isDowngrade(from, to))
                    .statusCode();
        } catch (IOException e) {
            throw new Unavailable(String.valueOf(e.getMessage()), e);
        }
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
