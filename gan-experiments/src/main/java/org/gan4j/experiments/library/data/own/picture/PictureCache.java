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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** Returns the pictures of a folder, decoded now or before. */
    public DecodedPictures get(PictureFolder source, PictureFit fit) {
        return get(source, fit, LIMIT);
    }

    DecodedPictures get(PictureFolder source, PictureFit fit, long limit) {
        List<Picture> pictures = source.pictures();
        Path file = folder.resolve(key(pictures, fit) + ENDING);
        Optional<DecodedPictures> kept = read(file);
        if (kept.isPresent()) {
            touch(file);
            return kept.get();
        }
        DecodedPictures decoded = DecodedPictures.of(pictures, fit, source.key());
        try {
            write(file, decoded);
            trim(limit);
        } catch (WorkFailed e) {
            LOG.warn("the decoded pictures are not kept: {}", e.getMessage());
        }
        return decoded;
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

    /** Returns what a file keeps; empty where there is none, or one that is not as it was written. */
    private static Optional<DecodedPictures> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (BufferedInputStream plain = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            MessageDigest digest = Digest.newDigest();
            DataInputStream in = new DataInputStream(new DigestInputStream(plain, digest));
            String of = in.readUTF();
            int count = in.readInt();
            List<String> names = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                names.add(in.readUTF());
            }
            int size = in.readInt();
            if (size < 0 || size > Files.size(file)) {
                return Optional.empty();
            }
            byte[] pixels = in.readNBytes(size);
            boolean whole = Arrays.equals(digest.digest(), plain.readNBytes(digest.getDigestLength()));
            return whole ? Optional.of(new DecodedPictures(names, pixels, of)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
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
