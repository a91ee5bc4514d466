package org.gan4j.experiments.store;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.disk.DiskTrouble;
import org.jspecify.annotations.Nullable;

/** Collects the runs and comparisons below a folder, and does not search inside of them. */
final class RunSearch extends SimpleFileVisitor<Path> {
    /** The depth below {@code runs/} to which runs are searched. */
    private static final int DEPTH = 4;

    private final List<RunFolder> found = new ArrayList<>();

    /** Where links lead: a folder that is reached a second time is not searched again. */
    private final Set<Path> searched = new HashSet<>();

    private RunSearch() {}

    /** Returns them sorted by path; none if the folder does not exist. */
    static List<RunFolder> below(Path runs) {
        if (Files.notExists(runs)) {
            return List.of();
        }
        if (!Files.isDirectory(runs)) {
            throw new InvalidInput(runs.toString(), "is a file, expected the folder that holds the runs");
        }
        RunSearch search = new RunSearch();
        try {
            Files.walkFileTree(runs, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH, search);
        } catch (IOException e) {
            throw DiskTrouble.reading(runs, e);
        }
        search.found.sort(Comparator.comparing(RunFolder::path));
        return List.copyOf(search.found);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        if (!isNew(folder)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        RunFolder candidate = new RunFolder(folder);
        if (!candidate.isRun()) {
            return FileVisitResult.CONTINUE;
        }
        found.add(candidate);
        return FileVisitResult.SKIP_SUBTREE;
    }

    /** Returns whether a folder was not searched yet; one that another process has moved or removed by now need not be. */
    private boolean isNew(Path folder) throws IOException {
        try {
            return searched.add(folder.toRealPath());
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem) {
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
        return FileVisitResult.CONTINUE;
    }
}
