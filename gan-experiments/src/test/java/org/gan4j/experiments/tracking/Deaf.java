package org.gan4j.experiments.tracking;

import java.io.IOException;
import java.nio.file.Path;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.track.Observation;
import org.gan4j.api.track.RunRecord;
import org.gan4j.api.track.Tracker;

/** A tracker that takes everything and does nothing with it. */
public class Deaf implements Tracker {
    @Override
    public void begun(RunRecord run) throws IOException {}

    @Override
    public void measured(RunRecord run, Observation observation) {}

    @Override
    public void artifact(RunRecord run, String name, Path file, long step, long millis) {}

    @Override
    public void ended(RunRecord run, Status status, long millis) {}

    @Override
    public void close() {}
}
