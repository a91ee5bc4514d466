package com.example.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.part.About;
import org.gan4j.api.track.Observation;
import org.gan4j.api.track.RunRecord;
import org.gan4j.api.track.Tracker;

/** A file a run in the folder {@code $GAN_ENDINGS} that says how it ended; not used where the variable is not set. */
@About("writes how each run ended into the folder $GAN_ENDINGS")
public final class EndingsTracker implements Tracker {
    private final Optional<Path> folder;

    /** For the program, which builds trackers without arguments. */
    public EndingsTracker() {
        this(Optional.ofNullable(System.getenv("GAN_ENDINGS")).map(Path::of));
    }

    EndingsTracker(Optional<Path> folder) {
        this.folder = folder;
    }

    @Override
    public Optional<String> destination() {
        return folder.map(path -> path.toUri().toString());
    }

    @Override
    public void begun(RunRecord run) throws IOException {
        Files.createDirectories(folder.orElseThrow());
    }

    @Override
    public void measured(RunRecord run, Observation observation) {
        // Only the end matters here.
    }

    @Override
    public void artifact(RunRecord run, String name, Path file, long step, long millis) {
        // Nor the files.
    }

    /** Writes the same file with the same words however often it is called. */
    @Override
    public void ended(RunRecord run, Status status, long millis) throws IOException {
        Files.writeString(folder.orElseThrow().resolve(run.uid() + ".txt"), run.name() + " " + status + "\n");
    }

    @Override
    public void close() {
        // Nothing is kept open.
    }
}
