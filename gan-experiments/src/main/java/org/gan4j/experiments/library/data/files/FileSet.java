package org.gan4j.experiments.library.data.files;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gan4j.digest.Digest;

/**
 * The files that make up a data set, and who distributes them. Their uncompressed bytes are pinned, since gzip's bytes differ
 * from mirror to mirror.
 *
 * @param name   name of the data set
 * @param files  all of them
 * @param npm    the npm package that holds them, as {@code name@version}
 * @param debian the Debian package that holds them
 */
public record FileSet(String name, List<KnownFile> files, Optional<String> npm, Optional<DebianPackage> debian) {
    public FileSet {
        files = List.copyOf(files);
    }

    /**
     * One file.
     *
     * @param name   its name, uncompressed
     * @param bytes  its size, uncompressed; at most so many where it is not pinned
     * @param sha256 of the uncompressed bytes, in hexadecimal; empty where nobody has published it
     */
    public record KnownFile(String name, long bytes, String sha256) {
        /** Returns whether its content is known beforehand; otherwise any file of its format is taken for it. */
        public boolean pinned() {
            return !sha256.isEmpty();
        }

        public FileFormat format() {
            return FileFormat.of(name);
        }
    }

    /**
     * A Debian package.
     *
     * @param folder where it installs the files, gzipped
     */
    public record DebianPackage(String name, String folder) {}

    /** SHA-256 over the digests and names of all files: which data this is. */
    public String digest() {
        return Digest.sha256(files.stream()
                .map(file -> file.sha256() + "  " + file.name() + "\n")
                .collect(Collectors.joining()));
    }

    /** Returns the set with files of any content of their format, up to their size. */
    public FileSet unpinned() {
        return new FileSet(
                name,
                files.stream()
                        .map(file -> new KnownFile(file.name(), file.bytes(), ""))
                        .toList(),
                npm,
                debian);
    }

    /** The names of all files, for people. */
    public String fileNames() {
        return files.stream().map(KnownFile::name).collect(Collectors.joining(", "));
    }
}
