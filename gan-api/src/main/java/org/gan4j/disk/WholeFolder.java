package org.gan4j.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gan4j.disk.DiskOperations.Kind;

/** Writes and removes a folder so that it is found with all its files or not at all, whenever the process stops. */
public final class WholeFolder {
    /** Fills a folder that exists and is empty. */
    @FunctionalInterface
    public interface Filling {
        void into(Path folder) throws IOException;
    }

    private WholeFolder() {}

    /**
     * Writes a new folder, and removes one of that name that an earlier process left unfinished.
     *
     * @throws org.gan4j.api.problem.WorkFailed if it cannot be written; nothing of it is left then
     */
    public static void write(Path folder, Filling filling) {
        try {
            Path place = WholeFile.place(folder);
            Path unfinished = WholeFile.unfinished(place);
            delete(unfinished);
            try {
                DiskOperations.before(Kind.CREATE, unfinished);
                Files.createDirectories(unfinished);
                filling.into(unfinished);
                finish(unfinished, place);
            } catch (IOException | RuntimeException e) {
                delete(unfinished);
                throw e;
            }
        } catch (IOException e) {
            throw DiskTrouble.writing(folder, e);
        }
    }

    /** Returns where a folder is to be filled before it is {@link #finish finished}. */
    public static Path unfinished(Path folder) throws IOException {
        DiskOperations.before(Kind.CREATE, folder);
        return WholeFile.unfinished(folder);
    }

    /**
     * Brings a folder that was filled elsewhere on the same disk to its place, at once.
     *
     * @param place of a folder that is not there, or is empty
     */
    public static void finish(Path unfinished, Path place) throws IOException {
        for (Path inside : tree(unfinished)) {
            WholeFile.sync(inside);
        }
        WholeFile.move(unfinished, place);
    }

    /** Removes a folder with everything in it, or a file; does nothing where there is neither. */
    public static void remove(Path folder) {
        try {
            if (Files.exists(folder)) {
                Path unfinished = WholeFile.unfinished(folder);
                delete(unfinished);
                WholeFile.move(folder, unfinished);
                delete(unfinished);
            }
        } catch (IOException e) {
            throw DiskTrouble.writing(folder, e);
        }
    }

    /** Returns what lies in a folder, by path. What another process has not finished, or never will, is left out. */
    public static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return whole(inside);
        }
    }

    /** Returns the files in a folder and below it, by path, without those that are not finished. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            return whole(inside.filter(Files::isRegularFile));
        }
    }

    private static List<Path> whole(Stream<Path> paths) throws IOException {
        try {
            return paths.filter(path -> !WholeFile.isUnfinished(path)).sorted().toList();
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    /** Removes what a process that died left unfinished in a folder. */
    public static void removeUnfinished(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path path : inside.filter(WholeFile::isUnfinished).toList()) {
                delete(path);
            }
        } catch (IOException e) {
            throw DiskTrouble.writing(folder, e);
        }
    }

    /** Removes a folder that nobody takes for a whole one, with everything in it; does nothing where there is none. */
    public static void delete(Path tree) throws IOException {
        for (Path path : tree(tree)) {
            DiskOperations.before(Kind.DELETE, path);
            Files.deleteIfExists(path);
        }
    }

    /** Returns a folder and everything in it, the innermost first; empty where there is nothing. */
    private static List<Path> tree(Path root) throws IOException {
        if (Files.notExists(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
