package org.gan4j.experiments.run.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gan4j.api.Dataset;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.api.run.Nets;
import org.gan4j.api.train.Draws;

/** A run as metrics see it: measuring it leaves the training as it is. */
public record MeasuredRun(Experiment experiment, Nets nets) implements Metric.Asked {
    @Override
    public Draws draws() {
        return Draws.of(dataset(), experiment.parts().prior().value());
    }

    @Override
    public FloatTensor latent(int count, String stream) {
        return nets.latent(count, stream);
    }

    @Override
    public FloatTensor generate(FloatTensor latent) {
        return nets.generate(latent);
    }

    @Override
    public Optional<FloatTensor> features(FloatTensor examples) {
        return Optional.of(nets.features(examples));
    }

    @Override
    public Dataset dataset() {
        return experiment.parts().dataset().value();
    }

    @Override
    public long seed() {
        return experiment.seed();
    }

    /** The measurements of each metric, at the present parameters. */
    public List<Measurement> measure(boolean withCostly) {
        return experiment.parts().metrics().stream()
                .map(Part::value)
                .filter(metric -> withCostly || !metric.costly())
                .flatMap(metric -> measure(metric).stream())
                .toList();
    }

    /** The measurements of one metric: a fault in it is told with its name, and it cannot hide a value of the training's. */
    public List<Measurement> measure(Metric metric) {
        List<Measurement> measured = guarded(metric, () -> metric.measure(this));
        check(metric, measured);
        return measured;
    }

    /** The measurements of one metric and its controls, under the same conditions. */
    public Metric.Controlled measureWithControls(Metric metric) {
        Metric.Controlled both = guarded(metric, () -> metric.measureWithControls(this));
        check(metric, both.measured());
        return both;
    }

    private static <T> T guarded(Metric metric, Supplier<T> measuring) {
        try {
            return measuring.get();
        } catch (InvalidInput | WorkFailed e) {
            throw e;
        } catch (RuntimeException e) {
            throw new WorkFailed(what(metric) + " failed: " + e, e);
        }
    }

    private static String what(Metric metric) {
        return "metric " + metric.getClass().getName();
    }

    private static void check(Metric metric, List<Measurement> measured) {
        List<String> declared = metric.info().stream().map(MetricInfo::name).toList();
        for (Measurement measurement : measured) {
            String name = measurement.name();
            if (!Measurement.isEvaluation(name)) {
                throw new WorkFailed(what(metric) + " measured '" + name + "'; the name of a measurement begins with "
                        + Measurement.EVALUATION);
            }
            if (!declared.contains(name)) {
                throw new WorkFailed(what(metric) + " measured '" + name
                        + "', which its info() does not describe; it describes " + declared);
            }
        }
    }
}
