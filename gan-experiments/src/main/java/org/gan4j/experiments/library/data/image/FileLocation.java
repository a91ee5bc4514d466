package org.gan4j.experiments.library.data.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.binding.UserPath;
import org.gan4j.digest.Digest;
import org.gan4j.experiments.library.data.fetch.Fetcher;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.files.FileSet.KnownFile;

/**
 * The location that the files of a set are read from.
 *
 * @param name {@code cache} for the cache of fetched sets, or a folder of the user's
 */
record FileLocation(String name) {
    private static final String CACHE = "cache";

    static FileLocation of(String name) {
        return new FileLocation(name);
    }

    /** The folder that holds the files. Sets that are not in the cache are fetched, and the log says so. */
    Path folder(FileSet set) {
        if (isCache()) {
            return Fetcher.logging(System.getenv()).ensure(set);
        }
        Path folder = UserPath.of(name);
        List<String> missing = set.files().stream()
                .map(KnownFile::name)
                .filter(file -> !Files.isRegularFile(folder.resolve(file)))
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidInput(
                    "dataset.files",
                    "the folder " + folder.toAbsolutePath().normalize() + " lacks " + String.join(", ", missing)
                            + " of the data set " + set.name());
        }
        return folder;
    }

    /** The published digest, or where there is none to hold the files to, one over the files that are there. */
    String digest(FileSet set) {
        if (isCache() && set.files().stream().allMatch(KnownFile::pinned)) {
            return set.digest();
        }
        Path folder = folder(set);
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
