package org.gan4j.disk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.gan4j.disk.DiskOperations.Kind;

/**
 * Writes a file so that every reader finds the whole old content or the whole new one, whenever the process or the machine
 * stops: into a file beside it, to the disk, and then at once to its place.
 */
public final class WholeFile {
    /** The end of the name of a file or folder that is not whole yet. */
    public static final String UNFINISHED = ".part";

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /** Writes text in UTF-8. */
    public static Path write(Path file, CharSequence text) {
        return write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static Path write(Path file, byte[] bytes) {
        return write(file, out -> out.write(bytes));
    }

    /**
     * Replaces or creates a file, and makes the folder that it lies in.
     *
     * @throws org.gan4j.api.problem.WorkFailed if it cannot be written; what was there before is still there
     */
    public static Path write(Path file, Content content) {
        try {
            Path place = place(file);
            Path unfinished = unfinished(place);
            Files.createDirectories(folder(place));
            try {
                fill(unfinished, content);
                move(unfinished, place);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(unfinished);
                throw e;
            }
            return file;
        } catch (IOException e) {
            throw DiskTrouble.writing(file, e);
        }
    }

    /** Removes a file; does nothing where there is none. */
    public static void remove(Path file) {
        try {
            DiskOperations.before(Kind.DELETE, file);
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw DiskTrouble.writing(file, e);
        }
    }

    private static void fill(Path file, Content content) throws IOException {
        DiskOperations.before(Kind.CREATE, file);
        try (FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            DiskOperations.before(Kind.WRITE, file);
            content.writeTo(out);
            out.flush();
            DiskOperations.before(Kind.SYNC, file);
            channel.force(true);
        }
    }

    /** Brings a file or folder that is whole to its place, at once. */
    static void move(Path whole, Path place) throws IOException {
        DiskOperations.before(Kind.MOVE, place);
        Files.move(whole, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        sync(folder(place));
    }

    /** Brings to the disk what the operating system holds of a file, or of the names in a folder. */
    static void sync(Path path) throws IOException {
        DiskOperations.before(Kind.SYNC, path);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Follows links, so that what a link names is replaced and not the link. */
    static Path place(Path path) throws IOException {
        return Files.exists(path) ? path.toRealPath() : path;
    }

    /** Returns the place where a file or folder lies until it is whole. */
    static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }

    /** Returns whether a path is that of a file or folder that is not whole. */
    public static boolean isUnfinished(Path path) {
        return String.valueOf(path.getFileName()).endsWith(UNFINISHED);
    }

    private static Path folder(Path file) {
        Path absolute = file.toAbsolutePath();
        return absolute.getParent() == null ? absolute : absolute.getParent();
    }
}
