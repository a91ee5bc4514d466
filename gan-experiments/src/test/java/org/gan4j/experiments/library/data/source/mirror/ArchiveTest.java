package org.gan4j.experiments.library.data.source.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.gan4j.digest.Digest;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.files.FileSet.KnownFile;
import org.gan4j.experiments.library.data.source.Attempt.Unavailable;
import org.gan4j.experiments.net.WebAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mirrors that hold one archive instead of files, as that of CIFAR-10 does. */
class ArchiveTest {
    private static final FileSet SET = new FileSet(
            "tiny",
            List.of(
                    new KnownFile("one.bin", 3, Digest.sha256("abc")),
                    new KnownFile("two.bin", 2, Digest.sha256("de"))),
            Optional.empty(),
            Optional.empty());

    @TempDir
    Path folder;

    private HttpServer server;
    private byte[] served = {};

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/tiny.tar.gz", exchange -> {
            exchange.sendResponseHeaders(200, served.length);
            exchange.getResponseBody().write(served);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void fetch() throws Unavailable {
        String address = "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/tiny.tar.gz";
        new Mirror(WebAddress.of(address), Map.of("no_proxy", "*")).fetch(SET, folder);
    }

    private static byte[] archive(Map<String, String> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length());
                tar.putArchiveEntry(entry);
                tar.write(file.getValue().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                tar.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    @Test
    void the_files_of_the_set_are_taken_out_of_it() throws Exception {
        served = archive(Map.of("batches/one.bin", "abc", "batches/two.bin", "de", "batches/readme.html", "other"));
        fetch();
        assertThat(folder.resolve("one.bin")).hasContent("abc");
        assertThat(folder.resolve("two.bin")).hasContent("de");
        assertThat(folder.resolve("readme.html")).doesNotExist();
    }

    @Test
    void an_archive_that_lacks_a_file_or_holds_another_in_its_place_is_refused() throws Exception {
        served = archive(Map.of("batches/one.bin", "abc"));
        assertThatThrownBy(this::fetch).isInstanceOf(Unavailable.class).hasMessageContaining("lacks two.bin");
        served = archive(Map.of("batches/one.bin", "abd", "batches/two.bin", "de"));
        assertThatThrownBy(this::fetch)
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("one.bin has the SHA-256 ");
    }
}
