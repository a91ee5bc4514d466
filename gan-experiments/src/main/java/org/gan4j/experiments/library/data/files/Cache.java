package org.gan4j.experiments.library.data.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.binding.UserPath;
import org.gan4j.digest.Digest;
import org.gan4j.disk.WholeFile;
import org.gan4j.experiments.library.data.files.FileSet.KnownFile;

/**
 * The folder that fetched sets are kept in, each in a folder of its own, uncompressed. A set's files are moved in one by one,
 * each whole and verified, so that two programs that fetch at once only replace equal files by equal files. A stamp beside
 * them holds the size and time of each when it was last hashed; as long as these stay, the files are trusted.
 *
 * @param root the folder of all sets
 */
public record Cache(Path root) {
    private static final String STAMP = "verified.txt";
    private static final Duration ABANDONED = Duration.ofDays(1);

    /** The state of a set's files. */
    public enum State {
        PRESENT,
        ABSENT,
        DAMAGED
    }

    /**
     * The state of a set, and the reasons if it is damaged.
     *
     * @param problems one line for each file that is missing or wrong; empty if present or absent as a whole
     */
    public record Condition(State state, List<String> problems) {}

    /** The folder that {@code GAN_DATA} names, or {@code ~/.cache/gan}. */
    public static Cache of(Map<String, String> environment) {
        String named = environment.getOrDefault("GAN_DATA", "");
        return new Cache(
                named.isBlank() ? Path.of(System.getProperty("user.home"), ".cache", "gan") : UserPath.of(named));
    }

    public Path folder(FileSet set) {
        return root.resolve(set.name());
    }

    public Path file(FileSet set, KnownFile file) {
        return folder(set).resolve(file.name());
    }

    /** The condition of a set; files that have not changed since they were last hashed are not hashed again. */
    public Condition condition(FileSet set) {
        return stamp(set).equals(readStamp(set)) ? new Condition(State.PRESENT, List.of()) : verify(set);
    }

    /** The condition of a set by the content of every file. */
    public Condition verify(FileSet set) {
        if (set.files().stream().noneMatch(file -> Files.exists(file(set, file)))) {
            return new Condition(State.ABSENT, List.of());
        }
        String before = stamp(set);
        List<String> problems = new ArrayList<>();
        set.files().forEach(file -> problem(file(set, file), file).ifPresent(problems::add));
        if (!problems.isEmpty()) {
            return new Condition(State.DAMAGED, List.copyOf(problems));
        }
        writeStamp(set, before);
        return new Condition(State.PRESENT, List.of());
    }

    private static Optional<String> problem(Path path, KnownFile file) {
        try {
            if (!Files.exists(path)) {
                return Optional.of(path + " is missing");
            }
            if (!file.pinned()) {
                return Optional.empty();
            }
            String found = Digest.sha256(path);
            return found.equals(file.sha256())
                    ? Optional.empty()
                    : Optional.of(path + " has the SHA-256 " + found + ", not " + file.sha256());
        } catch (IOException e) {
            return Optional.of(path + " cannot be read: " + e);
        }
    }

    /**
     * A new folder beside the sets, to gather files in before they are installed.
     *
     * @throws InvalidInput if the place for data sets is a file
     */
    public Path stage(FileSet set) {
        String prefix = "." + set.name() + "-";
        try {
            Files.createDirectories(root);
            removeAbandoned(prefix);
            return Files.createTempDirectory(root, prefix);
        } catch (FileAlreadyExistsException e) {
            throw new InvalidInput(
                    "GAN_DATA", root + " must be the folder for data sets, but a file is in its place: " + e.getFile());
        } catch (IOException e) {
            throw new WorkFailed(
                    "data sets cannot be kept in " + root + " (" + e
                            + "); set GAN_DATA to a folder that can be written",
                    e);
        }
    }

    /** Removes what a program left that was killed in the middle. */
    private void removeAbandoned(String prefix) throws IOException {
        Instant limit = Instant.now().minus(ABANDONED);
        try (Stream<Path> entries = Files.list(root)) {
            for (Path entry : entries.filter(
                            path -> path.getFileName().toString().startsWith(prefix))
                    .toList()) {
                if (unchangedSince(limit, entry)) {
                    delete(entry);
                }
            }
        }
    }

    /** Returns whether an entry is older; one that another program has removed since the folder was listed is not. */
    private static boolean unchangedSince(Instant limit, Path entry) throws IOException {
        try {
            return Files.getLastModifiedTime(entry).toInstant().isBefore(limit);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Moves the verified files of a staged folder to where they are kept. */
    public void install(FileSet set, Path staged) {
        try {
            Files.createDirectories(folder(set));
            for (KnownFile file : set.files()) {
                Files.move(staged.resolve(file.name()), file(set, file), StandardCopyOption.ATOMIC_MOVE);
            }
            writeStamp(set, stamp(set));
        } catch (IOException e) {
            throw new WorkFailed("the files of " + set.name() + " cannot be moved to " + folder(set) + ": " + e, e);
        }
    }

    /** Removes a folder with all it holds; what cannot be removed stays. */
    public static void delete(Path folder) {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (IOException | UncheckedIOException ignored) {
            // It is in nobody's way.
        }
    }

    /** The stamp that the files would have now if they were right; empty if one is missing. */
    private String stamp(FileSet set) {
        List<String> lines = new ArrayList<>();
        for (KnownFile file : set.files()) {
            Path path = file(set, file);
            try {
                lines.add(String.join(
                        " ",
                        file.sha256(),
                        Long.toString(Files.size(path)),
                        Long.toString(Files.getLastModifiedTime(path).toMillis()),
                        file.name()));
            } catch (IOException e) {
                return "";
            }
        }
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private String readStamp(FileSet set) {
        try {
            return Files.readString(folder(set).resolve(STAMP));
        } catch (IOException e) {
            return "no stamp";
        }
    }

    /** A stamp that cannot be written costs a hash at the next start and nothing else. */
    private void writeStamp(FileSet set, String stamp) {
        try {
            WholeFile.write(folder(set).resolve(STAMP), stamp);
        } catch (WorkFailed e) {
            return;
        }
    }
}
