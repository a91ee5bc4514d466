package org.gan4j.experiments.library.metric.sets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.gan4j.api.Dataset;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.library.data.CaptionedData;
import org.gan4j.experiments.library.metric.BadSets;
import org.gan4j.experiments.library.metric.Departure;
import org.gan4j.experiments.library.metric.Fit;
import org.gan4j.experiments.library.metric.MemberMean;
import org.gan4j.experiments.library.metric.Parzen.Held;
import org.gan4j.experiments.library.metric.Shortage;

/**
 * The two sets that a metric compares: generated examples, and as many held-out real ones. Which real examples these are does not
 * depend on a run's seed. Captions are cut off, except for a discriminator, which was trained with them.
 *
 * @param metric  for messages, such as {@code kid}
 * @param subject of the measurement
 * @param data    of the run
 * @param heldOut the split that real examples are drawn from
 * @param held    the name of that split
 * @param samples how many are asked for; a smaller split gives all it has
 * @param features what is taken for the points of an example
 */
record Examples(
        String metric,
        Metric.Subject subject,
        Dataset.Finite data,
        Table heldOut,
        Held held,
        int samples,
        Features features) {
    /** The number of examples a side in the standard protocol. */
    static final int STANDARD = 2_000;

    /** The explanation of the parameter. */
    static final String SAMPLES = "examples of each side; another number shows in the metric's name";

    /** The explanation of the parameter. */
    static final String SPLIT =
            "what generated examples are compared with: test, or validation for choices to be made by";

    /** The seed by which real examples are drawn. */
    private static final long SEED = 0;

    /**
     * Returns the sets of a subject.
     *
     * @throws InvalidInput if its data are endless
     */
    static Examples of(String metric, Metric.Subject subject, Held held, int samples) {
        return of(metric, subject, held, samples, Features.EXAMPLES);
    }

    /**
     * Returns the sets of a subject, as these features see them.
     *
     * @throws InvalidInput if its data are endless, or the features are not of such data
     */
    static Examples of(String metric, Metric.Subject subject, Held held, int samples, Features features) {
        Fit.require(metric, misfit(subject.dataset(), features));
        Dataset.Finite finite = (Dataset.Finite) subject.dataset();
        return new Examples(metric, subject, finite, finite.load(split(held)), held, samples, features);
    }

    /** Returns why a metric of sets does not fit data; empty if it does. */
    static Optional<String> misfit(Dataset data, Features features) {
        return data instanceof Dataset.Finite
                ? features.misfit(data)
                : Optional.of(
                        "it needs data with held-out examples, such as mnist or fashion-mini; these are endless, and jsd compares with their density");
    }

    /**
     * Returns what data have too few of.
     *
     * @param least how many examples a side needs
     */
    static List<String> shortages(Held held, int least, ToIntFunction<Split> counts) {
        return Stream.of(Shortage.of(Split.TRAIN, least, counts), Shortage.of(split(held), least, counts))
                .flatMap(List::stream)
                .toList();
    }

    /** Returns how many examples each side has. */
    static int count(Held held, int samples, ToIntFunction<Split> counts) {
        return Math.min(samples, counts.applyAsInt(split(held)));
    }

    private static Split split(Held held) {
        return held == Held.TEST ? Split.TEST : Split.VALIDATION;
    }

    /** Returns the name of the split that real examples are drawn from. */
    String splitName() {
        return split(held).toString();
    }

    /** Returns how many examples each side has. */
    int count() {
        return Math.min(samples, heldOut.count());
    }

    /** Returns held-out real examples. */
    PointSet real() {
        return seen(raw(heldOut.drawn(count(), SEED)));
    }

    /** Returns all held-out real examples. */
    PointSet allReal() {
        return seen(raw(heldOut));
    }

    /** Returns as many training examples as there are held-out ones, or all. */
    PointSet training() {
        return seen(rawTraining());
    }

    /** Returns the examples of {@link #training} themselves. */
    FloatTensor rawTraining() {
        Table train = data.load(Split.TRAIN);
        return raw(train.drawn(Math.min(count(), train.count()), SEED));
    }

    /**
     * Returns as many training examples in random order, and others than {@link #training} as far as the split has so many.
     */
    FloatTensor otherTraining() {
        Table train = data.load(Split.TRAIN);
        int all = train.count();
        return uncaptioned(
                train.drawn(all, SEED).slice(all - Math.min(count(), all), all).toFloats());
    }

    /** Returns all training examples. */
    PointSet allTraining() {
        return seen(raw(data.load(Split.TRAIN)));
    }

    /** Returns as many generated examples as there are real ones. */
    PointSet generated(Metric.Subject of) {
        return generated(of, count());
    }

    PointSet generated(Metric.Subject of, int number) {
        return seen(uncaptioned(of.sample(number, metric)));
    }

    /** Returns training examples of all classes but the first, if the data have classes. */
    Optional<FloatTensor> withoutOneClass() {
        Table train = data.load(Split.TRAIN);
        return train.labels().map(labels -> {
            Table others = train.rows(BadSets.rowsFrom(1, labels));
            return raw(others.drawn(Math.min(count(), others.count()), SEED));
        });
    }

    private FloatTensor raw(Table table) {
        return uncaptioned(table.toFloats());
    }

    private FloatTensor uncaptioned(FloatTensor examples) {
        return data instanceof CaptionedData captioned && !features.seeCaptions()
                ? captioned.caption().cut(examples)
                : examples;
    }

    /** Returns examples as the features see them. */
    PointSet seen(FloatTensor examples) {
        return PointSet.of(features.of(examples, metric, subject));
    }

    /** Returns a measurement of as many examples of each side as there are. */
    Measurement measurement(String name, MemberMean value, Map<String, Double> findings) {
        return measurement(name, value, findings, count(), count() == STANDARD ? "" : "n" + count());
    }

    /**
     * Returns a measurement of another number of generated examples.
     *
     * @param n         the examples that were measured
     * @param departure of their number from the standard protocol; empty if there is none
     */
    Measurement measurement(String name, MemberMean value, Map<String, Double> findings, int n, String departure) {
        return new Measurement(name, value.value(), value.error(), n, splitName(), Map.of(), findings)
                .under(Departure.of(held == Held.TEST ? "" : splitName(), features.departure(), departure));
    }
}
