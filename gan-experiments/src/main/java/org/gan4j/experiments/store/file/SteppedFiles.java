package org.gan4j.experiments.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.disk.DiskTrouble;
import org.gan4j.disk.WholeFolder;

/** The files or folders of one folder, by the step in their names. */
public final class SteppedFiles {
    private static final Pattern CHECKPOINT = Pattern.compile("step-(\\d{1,18})");
    private static final Pattern PICTURE = Pattern.compile("step-(\\d{1,18})\\.png");

    private SteppedFiles() {}

    /** Returns the folders of checkpoints, the oldest first. */
    public static SortedMap<Long, Path> checkpoints(Path folder) {
        return matching(folder, CHECKPOINT, Files::isDirectory);
    }

    /** Returns the sample pictures, the oldest first. */
    public static SortedMap<Long, Path> pictures(Path folder) {
        return matching(folder, PICTURE, Files::isRegularFile);
    }

    /**
     * Returns what matches; empty if there is no such folder.
     *
     * @throws org.gan4j.api.problem.InvalidInput if the folder cannot be read
     */
    private static SortedMap<Long, Path> matching(Path folder, Pattern pattern, Predicate<Path> kind) {
        SortedMap<Long, Path> found = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try {
            WholeFolder.list(folder).stream().filter(kind).forEach(file -> {
                Matcher name = pattern.matcher(file.getFileName().toString());
                if (name.matches()) {
                    found.put(Long.parseLong(name.group(1)), file);
                }
            });
        } catch (IOException e) {
            throw DiskTrouble.reading(folder, e);
        }
        return found;
    }
}
