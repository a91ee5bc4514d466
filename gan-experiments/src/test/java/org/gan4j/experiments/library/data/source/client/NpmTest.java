package org.gan4j.experiments.library.data.source.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.gan4j.digest.Digest;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.files.FileSet.KnownFile;
import org.gan4j.experiments.library.data.source.Attempt.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for npm is a shell script")
class NpmTest {
    private static final FileSet SET = new FileSet(
            "tiny",
            List.of(new KnownFile("one", 3, Digest.sha256("abc")), new KnownFile("two", 2, Digest.sha256("de"))),
            Optional.of("tiny-data@1.0.0"),
            Optional.empty());

    @TempDir
    Path folder;

    private Path staged() throws IOException {
        return Files.createDirectories(folder.resolve("staged"));
    }

    private Npm npm(String script) throws IOException {
        Path program = folder.resolve("npm");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Npm(program.toString(), "tiny-data@1.0.0");
    }

    /** A tgz as npm makes it, from pairs of an entry's name and its text. */
    private Path archive(String... entries) throws IOException {
        Path archive = folder.resolve("archive");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(archive));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (int i = 0; i < entries.length; i += 2) {
                TarArchiveEntry entry = new TarArchiveEntry(entries[i], true);
                entry.setSize(entries[i + 1].length());
                tar.putArchiveEntry(entry);
                tar.write(entries[i + 1].getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                tar.closeArchiveEntry();
            }
        }
        return archive;
    }

    @Test
    void takes_the_sets_files_and_no_path_of_the_archive() throws Exception {
        Path archive = archive(
                "package/package.json",
                "{}",
                "../../escaped",
                "x",
                "/absolute/data/one",
                "abc",
                "package/data/two",
                "de");
        npm("[ \"$1 $2 $3\" = 'pack --loglevel=error --pack-destination' ] && [ \"$5\" = tiny-data@1.0.0 ] || exit 3\n"
                        + "cp " + archive + " \"$4\"/tiny-data-1.0.0.tgz")
                .fetch(SET, staged());
        assertThat(staged().resolve("one")).hasContent("abc");
        assertThat(staged().resolve("two")).hasContent("de");
        assertThat(folder.getParent().resolve("escaped")).doesNotExist();
        assertThat(staged().resolve("package.json")).doesNotExist();
    }

    @Test
    void archive_without_a_file_is_refused() throws Exception {
        Npm npm = npm("cp " + archive("package/data/one", "abc") + " \"$4\"/tiny-data-1.0.0.tgz");
        assertThatThrownBy(() -> npm.fetch(SET, staged()))
                .isInstanceOf(Unavailable.class)
                .hasMessage("tiny-data-1.0.0.tgz lacks two");
    }

    @Test
    void archive_with_other_bytes_is_refused() throws Exception {
        Npm npm = npm("cp " + archive("package/data/one", "abd", "package/data/two", "de") + " \"$4\"/a.tgz");
        assertThatThrownBy(() -> npm.fetch(SET, staged()))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("one has the SHA-256");
    }

    @Test
    void what_npm_says_is_the_reason() throws Exception {
        Npm npm = npm("echo 'npm error code E404' >&2; echo 'npm error 404 Not Found' >&2; exit 1");
        assertThatThrownBy(() -> npm.fetch(SET, staged()))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("ended with 1: npm error code E404 / npm error 404 Not Found");
    }

    @Test
    void npm_that_is_not_installed_is_said_so() {
        assertThatThrownBy(() -> new Npm("no-such-npm", "tiny-data@1.0.0").fetch(SET, staged()))
                .isInstanceOf(Unavailable.class)
                .hasMessage("no-such-npm is not installed");
    }

    @Test
    void damaged_archive_is_said_so() throws Exception {
        Npm npm = npm("echo nonsense > \"$4\"/a.tgz");
        assertThatThrownBy(() -> npm.fetch(SET, staged()))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("a.tgz is damaged: ");
    }
}
