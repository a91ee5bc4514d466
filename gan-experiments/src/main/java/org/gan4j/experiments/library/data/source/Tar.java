package org.gan4j.experiments.library.data.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.files.FileSet.KnownFile;
import org.gan4j.experiments.library.data.source.Attempt.Unavailable;

/**
 * Tar archives, gzipped or plain. Only the set's own file names are taken, wherever they lie in the archive; no path of it is used.
 */
public final class Tar {
    private Tar() {}

    /** Returns the archives of a folder, by name. */
    public static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Tar::isNamedSo)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    private static boolean isNamedSo(Path file) {
        return Stream.of(".tar.gz", ".tgz", ".tar").anyMatch(file.toString()::endsWith);
    }

    /** Takes every file of the set from an archive. */
    public static void accept(FileSet set, Path archive, Path folder) throws Unavailable {
        Map<String, KnownFile> wanted =
                set.files().stream().collect(Collectors.toMap(KnownFile::name, Function.identity()));
        Set<String> missing = new TreeSet<>(wanted.keySet());
        try (InputStream in = Files.newInputStream(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(Intake.plain(in))) {
            TarArchiveEntry entry = tar.getNextEntry();
            if (entry == null) {
                throw new IOException("it is no tar archive, or an empty one");
            }
            for (; entry != null; entry = tar.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (entry.isFile() && missing.remove(name)) {
                    Intake.accept(Objects.requireNonNull(wanted.get(name)), tar, folder);
                }
            }
        } catch (IOException e) {
            throw new Unavailable(archive.getFileName() + " is damaged: " + e.getMessage(), e);
        }
        if (!missing.isEmpty()) {
            throw new Unavailable(archive.getFileName() + " lacks " + String.join(", ", missing));
        }
    }
}
