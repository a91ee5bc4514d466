package org.gan4j.experiments.run.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.experiments.store.Json;

/**
 * What the next report is the mean of, as far as it was measured before a checkpoint: {@code means.json} in its folder. With it the
 * first report of a resumed run is that of a run that was not interrupted.
 *
 * @param sums  of each signal over the steps that had it
 * @param steps how many these are
 */
public record PendingMeans(SortedMap<String, Double> sums, SortedMap<String, Long> steps) {
    private static final String FILE = "means.json";

    public PendingMeans {
        sums = Collections.unmodifiableSortedMap(new TreeMap<>(sums));
        steps = Collections.unmodifiableSortedMap(new TreeMap<>(steps));
    }

    /** Returns those of a run that has just reported, or has not begun. */
    public static PendingMeans none() {
        return new PendingMeans(new TreeMap<>(), new TreeMap<>());
    }

    void write(Path checkpoint) {
        Json.write(checkpoint.resolve(FILE), this);
    }

    /** Reads those of a checkpoint; earlier versions kept none. */
    static PendingMeans read(Path checkpoint) {
        Path file = checkpoint.resolve(FILE);
        return Files.exists(file) ? Json.read(file, PendingMeans.class) : none();
    }
}
