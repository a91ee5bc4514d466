package org.gan4j.experiments.reproduce.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.library.metric.Parzen;
import org.gan4j.experiments.run.ReopenedRun;
import org.gan4j.experiments.store.RunFolder;

/**
 * The runs' scores, by one protocol on one data set.
 *
 * @param dataset  name of the set
 * @param seeds    of the runs, in order
 * @param scores   one a run
 * @param controls the same protocol on other things, if they were asked for
 */
record MeasuredScores(String dataset, List<Long> seeds, List<Measurement> scores, List<Measurement> controls) {
    private static final int SAMPLES = 10_000;

    /** Measures runs; the protocol is that of the run's own metric parzen, and the paper's where it names none. */
    static MeasuredScores of(LocalRunner runner, List<RunFolder> runs, boolean withControls) {
        List<Long> seeds = new ArrayList<>();
        List<Measurement> scores = new ArrayList<>();
        List<Measurement> controls = new ArrayList<>();
        List<String> datasets = new ArrayList<>();
        for (RunFolder run : runs) {
            Optional<Measurement> recorded = recorded(run);
            try (ReopenedRun opened = recorded.isPresent() ? null : runner.open(run)) {
                Experiment experiment = opened == null ? written(runner, run) : opened.experiment();
                Parzen parzen = parzen(experiment);
                datasets.add(experiment.parts().dataset().name());
                seeds.add(experiment.seed());
                scores.add(recorded.orElseGet(() -> opened.measure(parzen).get(0)));
                if (withControls && controls.isEmpty()) {
                    controls.addAll(parzen.controls(new DataOf(experiment)));
                }
            }
        }
        requireOne("dataset", datasets);
        requireOne("protocol", scores.stream().map(Measurement::key).toList());
        return new MeasuredScores(datasets.get(0), seeds, scores, controls);
    }

    /** Data and seed of an experiment, which is all that controls are made of. */
    private record DataOf(Experiment experiment) implements Metric.Subject {
        @Override
        public FloatTensor sample(int count, String stream) {
            throw new UnsupportedOperationException("controls are not samples of a generator");
        }

        @Override
        public Dataset dataset() {
            return experiment.parts().dataset().value();
        }

        @Override
        public long seed() {
            return experiment.seed();
        }
    }

    /** The experiment as it was written down; what was measured of it stands, whatever keys this version has more. */
    private static Experiment written(LocalRunner runner, RunFolder run) {
        return runner.resolve(run.experimentYaml().toString()).get(0);
    }

    private static Parzen parzen(Experiment experiment) {
        return experiment.parts().metrics().stream()
                .map(Part::value)
                .filter(Parzen.class::isInstance)
                .map(Parzen.class::cast)
                .findFirst()
                .orElse(new Parzen(SAMPLES, Parzen.Held.TEST));
    }

    /** Returns what the run measured at its end, by the same protocol on the same draws. */
    private static Optional<Measurement> recorded(RunFolder run) {
        return run.ending().stream()
                .filter(ending -> ending.status() == Status.FINISHED)
                .flatMap(ending -> ending.measurements().stream())
                .filter(measurement -> measurement.isOf(Parzen.NAME))
                .findFirst();
    }

    private static void requireOne(String what, List<String> values) {
        if (values.stream().distinct().count() > 1) {
            throw new InvalidInput(
                    "--run", "the runs of one row share their " + what + "; these have " + String.join(", ", values));
        }
    }

    /** The name of the protocol. */
    String protocol() {
        return scores.get(0).key();
    }

    /** Our row: one run with its own standard error, or the mean of several with the deviation between them. */
    TableRow row() {
        if (scores.size() == 1) {
            return TableRow.of("gan4j, seed " + seeds.get(0), "ours", scores.get(0));
        }
        double[] values = values();
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return new TableRow(
                "gan4j, mean of " + values.length + " seeds",
                "ours",
                mean,
                Math.sqrt(squares / (values.length - 1)),
                TableRow.Kind.SEEDS,
                Double.NaN,
                false);
    }

    double[] values() {
        return scores.stream().mapToDouble(Measurement::value).toArray();
    }

    /** A row for each seed, where there are several. */
    List<TableRow> seedRows() {
        List<TableRow> rows = new ArrayList<>();
        for (int i = 0; scores.size() > 1 && i < scores.size(); i++) {
            rows.add(TableRow.of("gan4j, seed " + seeds.get(i), "ours", scores.get(i)));
        }
        return rows;
    }

    List<TableRow> controlRows() {
        return controls.stream()
                .map(control -> TableRow.of(control.name(), "control", control))
                .toList();
    }
}
