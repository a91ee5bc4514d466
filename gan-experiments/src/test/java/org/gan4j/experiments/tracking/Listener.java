package org.gan4j.experiments.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.track.Observation;
import org.gan4j.api.track.RunRecord;
import org.gan4j.api.track.Tracker;
import org.gan4j.experiments.store.journal.Journal;
import org.gan4j.experiments.store.journal.Runs;

/** Notes what it hears, and fails or waits where a test says so. */
class Listener implements Tracker {
    final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    volatile int failures;
    volatile boolean holds = true;
    volatile boolean closed;

    private void hear(String call) throws IOException {
        heard.add(call);
        if (failures > 0) {
            failures--;
            throw new IOException("not now");
        }
    }

    @Override
    public Optional<String> destination() {
        return Optional.of("listener");
    }

    @Override
    public boolean holds(RunRecord run) {
        return holds;
    }

    @Override
    public void begun(RunRecord run) throws IOException {
        hear("begun " + run.uid());
    }

    @Override
    public void measured(RunRecord run, Observation observation) throws IOException {
        hear(run.uid() + " " + observation.step() + " " + observation.values());
    }

    @Override
    public void artifact(RunRecord run, String name, Path file, long step, long millis) throws IOException {
        hear(run.uid() + " " + name + " " + Files.readString(file));
    }

    @Override
    public void ended(RunRecord run, Status status, long millis) throws IOException {
        hear(run.uid() + " " + status);
    }

    @Override
    public void close() {
        closed = true;
    }

    /** A run of so many steps: 3 records more than steps. */
    static Path record(Path folder, int steps) throws IOException {
        try (Journal journal = Journal.open(folder)) {
            journal.begun(Runs.run(folder.getFileName().toString()));
            for (int step = 1; step <= steps; step++) {
                journal.measured(step, 1000 + step, Map.of("loss/d", (double) step));
            }
            Files.writeString(folder.resolve("report.html"), "<html>");
            journal.artifact("report.html", steps, 5000);
            journal.ended(Status.FINISHED, 6000);
        }
        return folder;
    }
}
