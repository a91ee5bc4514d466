package org.gan4j.experiments.library.data.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.gan4j.digest.Digest;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.files.FileSet.KnownFile;
import org.gan4j.experiments.library.data.source.Attempt.Unavailable;

/** The one way into the program for bytes from elsewhere: decompressed, limited in length, and of the pinned SHA-256. */
public final class Intake {
    private Intake() {}

    /** Takes every file of the set from a folder. */
    public static void acceptAll(FileSet set, Path from, Path into) throws Unavailable {
        for (KnownFile file : set.files()) {
            Path found = find(file, from)
                    .orElseThrow(() ->
                            new Unavailable("neither " + file.name() + " nor " + file.name() + ".gz is in " + from));
            accept(file, found, into);
        }
    }

    /**
     * A file in a folder, plain or with {@code .gz} behind its name. Archive programs write {@code .} for {@code -} in
     * some names, so a name that differs in these alone is taken too.
     */
    static Optional<Path> find(KnownFile file, Path folder) {
        List<String> names = List.of(file.name(), file.name() + ".gz");
        return names.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .or(() -> similar(names, folder));
    }

    private static Optional<Path> similar(List<String> names, Path folder) {
        Set<String> dotted = names.stream().map(Intake::dotted).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(path -> dotted.contains(dotted(path.getFileName().toString())))
                    .sorted()
                    .findFirst();
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private static String dotted(String name) {
        return name.replace('-', '.');
    }

    /** Writes a file that was found, plain or gzipped, into a folder. */
    static void accept(KnownFile file, Path found, Path into) throws Unavailable {
        try (InputStream in = Files.newInputStream(found)) {
            accept(file, in, into);
        } catch (IOException e) {
            throw new Unavailable(found + " cannot be read: " + e, e);
        }
    }

    /**
     * Writes one file into a folder.
     *
     * @param in its bytes, plain or gzipped
     */
    public static void accept(KnownFile file, InputStream in, Path folder) throws Unavailable {
        MessageDigest digest = Digest.newDigest();
        long bytes;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(folder.resolve(file.name())), digest)) {
            bytes = copy(plain(in), out, file.bytes());
        } catch (IOException e) {
            throw new Unavailable(file.name() + " could not be copied: " + e, e);
        }
        if (!file.pinned() && bytes <= file.bytes()) {
            return;
        }
        if (bytes != file.bytes()) {
            throw new Unavailable(file.name() + " has " + (bytes > file.bytes() ? "more" : "only " + bytes) + " where "
                    + file.bytes() + " bytes are expected");
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(file.sha256())) {
            throw new Unavailable(file.name() + " has the SHA-256 " + found + ", not " + file.sha256());
        }
    }

    /** Returns the bytes, decompressed if they are gzipped. */
    static InputStream plain(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(2);
        boolean gzipped = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzipped ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }

    /** Copies until one byte more than expected has been seen, and says how many there were. */
    private static long copy(InputStream in, OutputStream out, long expected) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        for (int n = in.read(buffer); n >= 0 && bytes <= expected; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            bytes += n;
        }
        return bytes;
    }
}
