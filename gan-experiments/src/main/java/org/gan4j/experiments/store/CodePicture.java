package org.gan4j.experiments.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.experiments.store.file.SteppedFiles;

/** The kinds of pictures that show what the codes of a run's prior do. */
public enum CodePicture {
    /** The same noise in a row, the same class in a column. */
    CLASSES,
    /** Two numbers over [-1, 1]², in a plane of its own for each class, where everything else is 0. */
    PLANES;

    /** Returns the place of the picture of one step. */
    public Path of(RunFolder run, long step) {
        return in(run).resolve(String.format(Locale.ROOT, "step-%09d.png", step));
    }

    private Path in(RunFolder run) {
        return run.artifacts().resolve("codes").resolve(name().toLowerCase(Locale.ROOT));
    }

    /** Returns the picture of the last step that has one. */
    public Optional<Path> latest(RunFolder run) {
        return SteppedFiles.pictures(in(run)).values().stream().reduce((before, last) -> last);
    }
}
