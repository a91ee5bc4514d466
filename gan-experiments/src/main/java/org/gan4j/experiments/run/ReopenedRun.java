package org.gan4j.experiments.run;

import java.util.List;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.run.Run;
import org.gan4j.experiments.run.evaluation.MeasuredRun;
import org.gan4j.experiments.store.RunFolder;

/** A run that is looked at after its training, with the experiment it belongs to. */
public record ReopenedRun(RunFolder folder, Experiment experiment, Run run) implements AutoCloseable {
    /** Returns what a metric measures of the run. */
    public List<Measurement> measure(Metric metric) {
        return new MeasuredRun(experiment, run).measure(metric);
    }

    /** Returns what a metric measures of the run and of its references. */
    public Metric.Controlled measureWithControls(Metric metric) {
        return new MeasuredRun(experiment, run).measureWithControls(metric);
    }

    @Override
    public void close() {
        run.close();
    }
}
