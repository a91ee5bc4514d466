package org.gan4j.experiments.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.gan4j.api.run.Run;
import org.gan4j.experiments.folder.RunFolder;

/** Checkpoints of a run on disk: each complete or absent, and only the newest kept. */
final class Checkpoints {
    private Checkpoints() {}

    /** Writes beside the final place, moves there at once, and then drops the older ones. */
    static void save(RunFolder folder, Run run) {
        Path place = folder.checkpoint(run.step());
        Path part = place.resolveSibling(place.getFileName() + ".part");
        try {
            if (Files.exists(place)) {
                return;
            }
            Files.createDirectories(folder.checkpoints());
            delete(part);
            run.save(part);
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            for (Path other : list(folder.checkpoints())) {
                if (!other.equals(place)) {
                    delete(other);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint " + place + " could not be written", e);
        }
    }

    /** Goes back to the newest checkpoint, if there is one. */
    static boolean restore(RunFolder folder, Run run) {
        OptionalLong newest = folder.latestCheckpoint();
        newest.ifPresent(step -> run.restore(folder.checkpoint(step)));
        return newest.isPresent();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void delete(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
