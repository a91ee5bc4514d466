package org.gan4j.experiments.library.data.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.files.FileSet.KnownFile;
import org.gan4j.experiments.library.data.source.Attempt.Unavailable;

/**
 * Gzipped tar archives. Only the set's own file names are taken, wherever they lie in the archive; no path of it is used.
 */
public final class Tar {
    private Tar() {}

    /** Takes every file of the set from an archive. */
    public static void accept(FileSet set, Path archive, Path folder) throws Unavailable {
        Map<String, KnownFile> wanted =
                set.files().stream().collect(Collectors.toMap(KnownFile::name, Function.identity()));
        Set<String> missing = new TreeSet<>(wanted.keySet());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
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
