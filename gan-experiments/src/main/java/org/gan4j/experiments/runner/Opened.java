package org.gan4j.experiments.runner;

import java.util.List;
import org.gan4j.api.Experiment;
import org.gan4j.api.run.Measurement;
import org.gan4j.api.run.Metric;
import org.gan4j.api.run.Run;
import org.gan4j.experiments.folder.RunFolder;

/** A run that is looked at after its training, with the experiment it belongs to. */
public record Opened(RunFolder folder, Experiment experiment, Run run) implements AutoCloseable {
    /** The run as metrics see it. */
    public Metric.Subject subject() {
        return new Look(experiment, run);
    }

    /** What a metric measures of the run. */
    public List<Measurement> measure(Metric metric) {
        return new Look(experiment, run).measure(metric);
    }

    @Override
    public void close() {
        run.close();
    }
}
