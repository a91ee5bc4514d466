package org.gan4j.experiments.runner;

import org.gan4j.api.Experiment;
import org.gan4j.api.run.Metric;
import org.gan4j.api.run.Run;
import org.gan4j.experiments.folder.RunFolder;

/** A run that is looked at after its training, with the experiment it belongs to. */
public record Opened(RunFolder folder, Experiment experiment, Run run) implements AutoCloseable {
    /** The run as metrics see it. */
    public Metric.Subject subject() {
        return new Look(experiment, run);
    }

    @Override
    public void close() {
        run.close();
    }
}
