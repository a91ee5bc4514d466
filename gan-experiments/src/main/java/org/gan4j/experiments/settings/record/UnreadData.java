package org.gan4j.experiments.settings.record;

import java.util.Arrays;
import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.track.RunRecord;

/**
 * Stands in for the finite data set of a run whose nets alone are used: its files are not read, and need not be there. Each of its
 * examples consists of NaN, so what is computed from one is noticed.
 *
 * @param shape   of one example
 * @param classes the number of classes
 * @param count   the number of examples, which a batch must not exceed
 */
record UnreadData(Shape shape, int classes, int count) implements Dataset.Finite {
    /** Returns the experiment of a run without its data; unchanged where its data are endless or its record is of an earlier version. */
    static Experiment in(Experiment experiment, RunRecord record) {
        Optional<Shape> shape = record.data().example();
        Integer classes = record.data().classes();
        boolean isFinite = experiment.parts().dataset().value() instanceof Dataset.Finite;
        return isFinite && shape.isPresent() && classes != null
                ? experiment.standingIn(new UnreadData(shape.get(), classes, experiment.batch()))
                : experiment;
    }

    @Override
    public Table load(Split split) {
        float[] numbers = new float[count * shape.size()];
        Arrays.fill(numbers, Float.NaN);
        return new Table(shape, numbers, classes > 0 ? Optional.of(new int[count]) : Optional.empty());
    }

    @Override
    public String digest() {
        throw new InvalidInput("dataset", "was not read, because only the nets of the run are used");
    }
}
