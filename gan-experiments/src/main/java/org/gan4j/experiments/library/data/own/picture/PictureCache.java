package org.gan4j.experiments.library.data.own.picture;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.digest.Digest;
import org.gan4j.disk.WholeFile;
import org.gan4j.experiments.library.data.own.picture.PictureFolder.Picture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps decoded folders, one file each, so that a folder is decoded once. A folder is known by the names, sizes and times of its
 * files and by the size it was fitted to. Each file ends in a SHA-256 over itself, and one that does not fit it is decoded anew. The
 * files used longest ago are removed when together they are larger than {@link #LIMIT}.
 *
 * @param folder the folder that keeps them
 */
public record PictureCache(Path folder) {
    /** The most bytes that are kept. */
    static final long LIMIT = 4_000_000_000L;

    private static final Logger LOG = LoggerFactory.getLogger(PictureCache.class);
    private static final String ENDING = ".pictures";

    /**
     * Returns pictures of a folder, decoded now or before.
     *
     * @param wanted chooses pictures by their names; no more memory is taken for long than these need
     */
    public DecodedPictures get(PictureFolder source, PictureFit fit, Predicate<String> wanted) {
        return get(source, fit, wanted, LIMIT);
    }

    DecodedPictures get(PictureFolder source, PictureFit fit, Predicate<String> wanted, long limit) {
        List<Picture> pictures = source.pictures();
        Path file = folder.resolve(key(pictures, fit) + ENDING);
        Optional<DecodedPictures> kept = read(file, wanted);
        if (kept.isPresent()) {
            touch(file);
            return kept.get();
        }
        return decodedAndKept(DecodedPictures.of(pictures, fit, source.key()), file, limit)
                .map(decoded -> decoded.only(wanted))
                .or(() -> read(file, wanted))
                .orElseGet(() -> DecodedPictures.of(pictures, fit, source.key()).only(wanted));
    }

    /** Keeps pictures, and returns them if that does not work. Those that are kept need not be held while some of them are read. */
    private Optional<DecodedPictures> decodedAndKept(DecodedPictures decoded, Path file, long limit) {
        try {
            write(file, decoded);
            trim(limit);
            return Optional.empty();
        } catch (WorkFailed e) {
            LOG.warn("the decoded pictures are not kept: {}", e.getMessage());
            return Optional.of(decoded);
        }
    }

    private static String key(List<Picture> pictures, PictureFit fit) {
        StringBuilder listing = new StringBuilder(fit.toString()).append('\n');
        try {
            for (Picture picture : pictures) {
                listing.append(Files.size(picture.file()))
                        .append(' ')
                        .append(Files.getLastModifiedTime(picture.file()).toInstant())
                        .append(' ')
                        .append(picture.name())
                        .append('\n');
            }
        } catch (IOException e) {
            throw new WorkFailed("the folder changes while it is read: " + e.getMessage(), e);
        }
        return Digest.sha256(listing.toString());
    }

    private static void write(Path file, DecodedPictures decoded) {
        WholeFile.write(file, plain -> {
            DigestOutputStream sealed = new DigestOutputStream(plain, Digest.newDigest());
            DataOutputStream out = new DataOutputStream(sealed);
            out.writeUTF(decoded.digest());
            out.writeInt(decoded.names().size());
            for (String name : decoded.names()) {
                out.writeUTF(name);
            }
            out.writeInt(decoded.pixels().length);
            out.write(decoded.pixels());
            out.flush();
            plain.write(sealed.getMessageDigest().digest());
        });
    }

    /** Returns what a file keeps of the wanted pictures; empty where there is none, or one that is not as it was written. */
    private static Optional<DecodedPictures> read(Path file, Predicate<String> wanted) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (BufferedInputStream plain = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            MessageDigest digest = Digest.newDigest();
            DataInputStream in = new DataInputStream(new DigestInputStream(plain, digest));
            String of = in.readUTF();
            int count = in.readInt();
            BitSet chosen = new BitSet();
            List<String> names = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String name = in.readUTF();
                if (wanted.test(name)) {
                    chosen.set(i);
                    names.add(name);
                }
            }
            int size = in.readInt();
            if (size < 0 || size > Files.size(file) || count <= 0 || size % count != 0) {
                return Optional.empty();
            }
            byte[] pixels = rows(in, count, size / count, chosen);
            boolean whole = Arrays.equals(digest.digest(), plain.readNBytes(digest.getDigestLength()));
            return whole ? Optional.of(new DecodedPictures(names, pixels, count, of)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns the chosen rows; all are read, since the digest is over all. */
    private static byte[] rows(DataInputStream in, int count, int width, BitSet chosen) throws IOException {
        byte[] rows = new byte[chosen.cardinality() * width];
        byte[] others = new byte[width];
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (chosen.get(i)) {
                in.readFully(rows, at, width);
                at += width;
            } else {
                in.readFully(others);
            }
        }
        return rows;
    }

    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            LOG.debug("{} keeps its time", file, e);
        }
    }

    private void trim(long limit) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> newestFirst = all.filter(PictureCache::isOurs)
                    .sorted(Comparator.comparing(PictureCache::time).reversed())
                    .toList();
            long bytes = 0;
            for (Path file : newestFirst) {
                bytes += Files.size(file);
                if (bytes > limit) {
                    WholeFile.remove(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("another program removes old decoded pictures", e);
        }
    }

    /** Returns whether a file holds decoded pictures, or a part of them that a process that died has left. */
    private static boolean isOurs(Path file) {
        return file.toString().endsWith(ENDING) || file.toString().endsWith(ENDING + WholeFile.UNFINISHED);
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
