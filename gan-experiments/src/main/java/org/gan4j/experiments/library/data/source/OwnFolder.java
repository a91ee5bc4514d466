package org.gan4j.experiments.library.data.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.Problems;
import org.gan4j.experiments.library.data.files.FileFormat;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.files.FileSet.KnownFile;

/**
 * A folder that the user names, or a tar archive, such as the one that CIFAR-10 is published as. What is wrong in it is the
 * user's to mend, so all of it is said.
 *
 * @param folder the folder or the archive
 */
public record OwnFolder(Path folder) implements Attempt {
    @Override
    public String description() {
        return (Files.isRegularFile(folder) ? "archive " : "folder ") + folder;
    }

    @Override
    public void fetch(FileSet set, Path into) {
        if (Files.isRegularFile(folder)) {
            unpack(set, into);
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new InvalidInput(
                    "--from dir:" + folder,
                    "there is no such folder; it should hold " + set.fileNames() + ", each plain or with .gz");
        }
        Problems problems = new Problems();
        set.files().forEach(file -> take(file, into, problems));
        problems.throwIfAny();
    }

    private void unpack(FileSet set, Path into) {
        try {
            Tar.accept(set, folder, into);
        } catch (Unavailable e) {
            throw new InvalidInput(folder.toString(), "not the archive of this data set: " + e.getMessage());
        }
        set.files().stream().filter(file -> !file.pinned()).forEach(file -> file.format()
                .check(into.resolve(file.name())));
    }

    private void take(KnownFile file, Path into, Problems problems) {
        Optional<Path> found = Intake.find(file, folder);
        if (found.isEmpty()) {
            problems.add(
                    folder.toString(),
                    "neither " + file.name() + " nor " + file.name() + ".gz is there"
                            + deeper(file)
                                    .map(where -> "; it is in " + where + ": name that folder")
                                    .orElseGet(this::archives));
            return;
        }
        try {
            Intake.accept(file, found.get(), into);
            if (!file.pinned()) {
                file.format().check(into.resolve(file.name()));
            }
        } catch (InvalidInput e) {
            problems.addAll(e.problems());
        } catch (Unavailable e) {
            problems.addAll(reason(found.get(), file, e));
        }
    }

    private String archives() {
        List<Path> archives = Tar.in(folder);
        return archives.isEmpty() ? "" : "; an archive can be named itself: dir:" + archives.get(0);
    }

    /** Other programs keep such files a folder or two further down. */
    private Optional<Path> deeper(KnownFile file) {
        try (Stream<Path> folders = Files.find(folder, 2, (path, attributes) -> attributes.isDirectory())) {
            return folders.sorted()
                    .filter(below -> Intake.find(file, below).isPresent())
                    .findFirst();
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    /** Pictures of another set in the same format can be trained with too. */
    private static String remedy(Path found, FileFormat format) {
        return format == FileFormat.IDX_IMAGES
                ? "; to train with pictures of your own: dataset=idx dataset.images=" + found
                        + " dataset.labels=FILE dataset.size=[HEIGHT,WIDTH]"
                : "";
    }

    /** A file that is not in the format at all is better named so than by its digest. */
    private static List<Problem> reason(Path found, KnownFile file, Unavailable mismatch) {
        try {
            file.format().check(found);
            return List.of(new Problem(
                    found.toString(),
                    "not the file of this data set: " + mismatch.getMessage() + remedy(found, file.format())));
        } catch (InvalidInput damaged) {
            return damaged.problems();
        }
    }
}
