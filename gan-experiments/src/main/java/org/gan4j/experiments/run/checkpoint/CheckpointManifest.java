package org.gan4j.experiments.run.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gan4j.digest.Digest;
import org.gan4j.disk.DiskTrouble;
import org.gan4j.experiments.store.Json;

/**
 * What a checkpoint consists of, {@code manifest.json}. A checkpoint is used only if it is exactly this.
 *
 * @param step       after which it was saved
 * @param experiment {@link org.gan4j.api.experiment.Experiment#trainingHash} of the experiment it belongs to
 * @param files      all other files of its folder, by their paths in it, with slashes
 */
record CheckpointManifest(long step, String experiment, SortedMap<String, StoredFile> files) {
    private static final String FILE = "manifest.json";

    /** The length and the SHA-256 of a file. */
    record StoredFile(long bytes, String sha256) {}

    /** Describes the files of a folder. */
    static CheckpointManifest of(Path folder, long step, String experiment) throws IOException {
        SortedMap<String, StoredFile> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.equals(FILE)) {
                    files.put(name, new StoredFile(Files.size(file), Digest.sha256(file)));
                }
            }
        }
        return new CheckpointManifest(step, experiment, files);
    }

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    static CheckpointManifest read(Path folder) {
        return Json.read(folder.resolve(FILE), CheckpointManifest.class);
    }

    void write(Path folder) {
        Json.write(folder.resolve(FILE), this);
    }

    /** Returns what is wrong with a checkpoint that ought to be this one; empty if nothing is. */
    Optional<String> fault(Path folder, long expectedStep) {
        if (step != expectedStep) {
            return Optional.of(FILE + " says step " + step);
        }
        try {
            SortedMap<String, StoredFile> found = of(folder, step, experiment).files;
            return files.equals(found) ? Optional.empty() : Optional.of(difference(found));
        } catch (IOException e) {
            return Optional.of(DiskTrouble.reason(e));
        }
    }

    private String difference(SortedMap<String, StoredFile> found) {
        for (String name : files.keySet()) {
            if (!found.containsKey(name)) {
                return name + " is missing";
            } else if (!found.get(name).equals(files.get(name))) {
                return name + " is not what was written";
            }
        }
        return "it holds a file that was not written with it";
    }
}
