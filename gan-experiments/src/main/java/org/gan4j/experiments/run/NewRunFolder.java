package org.gan4j.experiments.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.disk.DiskTrouble;
import org.gan4j.disk.WholeFile;
import org.gan4j.disk.WholeFolder;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.FolderLock;
import org.gan4j.experiments.store.journal.Journal;

/** Makes the folder of a run or comparison at once, with all that is needed to resume it. */
public final class NewRunFolder {
    private static final Pattern ABANDONED =
            Pattern.compile(".*-\\d{8}-\\d{6}(-\\d+)?" + Pattern.quote(WholeFile.UNFINISHED));

    /** Writes the first files of a run or comparison. */
    @FunctionalInterface
    public interface Contents {
        /**
         * Writes them.
         *
         * @param unfinished where they lie until all are there
         * @param name       the name that the folder will have
         */
        void into(RunFolder unfinished, String name);
    }

    private NewRunFolder() {}

    /**
     * Makes a new folder that is named after the run and the time. It is found, with its contents, once this returns. What
     * processes that died meanwhile left behind is removed.
     */
    public static RunFolder create(Experiment experiment, String name, Contents contents) {
        Path home = RunNames.home(experiment);
        try {
            removeAbandoned(home);
            String base = RunNames.folder(name);
            Optional<RunFolder> made = create(home.resolve(base), contents);
            for (int i = 2; made.isEmpty(); i++) {
                made = create(home.resolve(base + "-" + i), contents);
            }
            return made.get();
        } catch (IOException e) {
            throw DiskTrouble.writing(home, e);
        }
    }

    /** Makes one folder; empty if its name is taken. */
    private static Optional<RunFolder> create(Path place, Contents contents) throws IOException {
        Path unfinished = WholeFolder.unfinished(place);
        try {
            Files.createDirectory(unfinished);
        } catch (FileAlreadyExistsException e) {
            return Optional.empty();
        }
        Optional<RunFolder> made = Optional.empty();
        try {
            made = Files.exists(place) ? made : fill(unfinished, place, contents);
        } catch (DirectoryNotEmptyException
                | FileAlreadyExistsException
                | FileNotFoundException
                | NoSuchFileException e) {
            // Another process was faster, or has taken the unfinished folder for an abandoned one.
            return Optional.empty();
        } finally {
            if (made.isEmpty()) {
                WholeFolder.delete(unfinished);
            }
        }
        return made;
    }

    private static Optional<RunFolder> fill(Path unfinished, Path place, Contents contents) throws IOException {
        Optional<FolderLock> lock = FolderLock.take(Journal.lock(unfinished));
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try {
            contents.into(new RunFolder(unfinished), String.valueOf(place.getFileName()));
            WholeFolder.finish(unfinished, place);
        } finally {
            lock.get().close();
        }
        return Optional.of(new RunFolder(place));
    }

    private static void removeAbandoned(Path home) throws IOException {
        List<Path> found;
        try (Stream<Path> inside = Files.list(home)) {
            found = inside.filter(Files::isDirectory)
                    .filter(path -> ABANDONED
                            .matcher(String.valueOf(path.getFileName()))
                            .matches())
                    .toList();
        }
        for (Path path : found) {
            removeUnlessWritten(path);
        }
    }

    private static void removeUnlessWritten(Path path) throws IOException {
        Optional<FolderLock> lock;
        try {
            lock = FolderLock.take(Journal.lock(path));
        } catch (FileNotFoundException e) {
            // Another process has removed or finished it.
            return;
        }
        if (lock.isPresent()) {
            try {
                WholeFolder.delete(path);
            } finally {
                lock.get().close();
            }
        }
    }
}
