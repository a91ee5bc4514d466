package org.gan4j.experiments.library.data.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.binding.UserPath;
import org.gan4j.digest.Digest;
import org.gan4j.experiments.library.data.fetch.Fetcher;
import org.gan4j.experiments.library.data.files.Cache;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.files.FileSet.KnownFile;
import org.gan4j.experiments.library.data.source.Attempt.Unavailable;
import org.gan4j.experiments.library.data.source.Tar;

/**
 * The location that the files of a set are read from.
 *
 * @param name {@code cache} for the cache of fetched sets, or a folder or tar archive of the user's
 */
record FileLocation(String name) {
    private static final String CACHE = "cache";
    private static final String KEY = "dataset.files";

    static FileLocation of(String name) {
        return new FileLocation(name);
    }

    /**
     * Reads the folder that holds the files. A set that is not in the cache is fetched, and the log says so. An archive is unpacked
     * into a folder that is removed afterwards.
     */
    <T> T read(FileSet set, Function<Path, T> reader) {
        if (isCache()) {
            return reader.apply(Fetcher.logging(System.getenv()).ensure(set));
        }
        Path named = UserPath.of(name);
        return Files.isRegularFile(named) ? unpacked(set, named, reader) : reader.apply(whole(set, named));
    }

    private static <T> T unpacked(FileSet set, Path archive, Function<Path, T> reader) {
        Path folder = Cache.of(System.getenv()).stage(set);
        try {
            Tar.accept(set.unpinned(), archive, folder);
            return reader.apply(folder);
        } catch (Unavailable e) {
            throw new InvalidInput(KEY, archive.toAbsolutePath().normalize() + ": " + e.getMessage());
        } catch (InvalidInput e) {
            throw within(archive, folder, e);
        } finally {
            Cache.delete(folder);
        }
    }

    /** Names the archive in place of the folder that will be gone when the message is read. */
    private static InvalidInput within(Path archive, Path folder, InvalidInput e) {
        return new InvalidInput(e.problems().stream()
                .map(problem ->
                        new Problem(problem.where().replace(folder.toString(), archive.toString()), problem.what()))
                .toList());
    }

    private static Path whole(FileSet set, Path folder) {
        List<String> missing = set.files().stream()
                .map(KnownFile::name)
                .filter(file -> !Files.isRegularFile(folder.resolve(file)))
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidInput(
                    KEY,
                    "the folder " + folder.toAbsolutePath().normalize() + " lacks " + String.join(", ", missing)
                            + " of the data set " + set.name() + archives(folder));
        }
        return folder;
    }

    private static String archives(Path folder) {
        List<Path> archives = Tar.in(folder);
        return archives.isEmpty() ? "" : "; an archive can be named itself: " + KEY + "=" + archives.get(0);
    }

    /** The published digest, or where there is none to hold the files to, one over the files that are there. */
    String digest(FileSet set) {
        if (isCache() && set.files().stream().allMatch(KnownFile::pinned)) {
            return set.digest();
        }
        return read(set, folder -> digest(set, folder));
    }

    private static String digest(FileSet set, Path folder) {
        StringBuilder digests = new StringBuilder();
        for (KnownFile file : set.files()) {
            digests.append(sha256(folder.resolve(file.name())))
                    .append("  ")
                    .append(file.name())
                    .append('\n');
        }
        return Digest.sha256(digests.toString());
    }

    private boolean isCache() {
        return name.equals(CACHE);
    }

    private static String sha256(Path file) {
        try {
            return Digest.sha256(file);
        } catch (IOException e) {
            throw new WorkFailed(file + ": cannot be read: " + e, e);
        }
    }
}
