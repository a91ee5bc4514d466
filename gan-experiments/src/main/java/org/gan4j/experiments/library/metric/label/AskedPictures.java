package org.gan4j.experiments.library.metric.label;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.api.Dataset;
import org.gan4j.api.Prior;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Draws;
import org.gan4j.experiments.library.data.CaptionedData;
import org.gan4j.experiments.library.metric.Departure;
import org.gan4j.experiments.library.metric.Fit;
import org.gan4j.experiments.library.metric.Shortage;

/**
 * Pictures that were generated with each value of a category as often, and real ones to judge them by.
 *
 * @param code     the category's number among the codes
 * @param examples how many training pictures the probe is made of
 */
record AskedPictures(String name, Metric.Asked subject, Dataset.Finite data, int code, int samples, int examples) {
    /** The protocol's number of generated pictures. */
    static final int SAMPLES = 1_000;

    /** The protocol's number of training pictures of the probe. */
    static final int EXAMPLES = 10_000;

    private static final int JUDGED = 1_000;

    /**
     * Returns the pictures of the subject's first category.
     *
     * @throws InvalidInput if the data have no labels, or the prior has no category
     */
    static AskedPictures of(String name, Metric.Subject subject, int samples, int examples) {
        String metric = "metric " + name;
        if (!(subject instanceof Metric.Asked asked)) {
            throw new InvalidInput(metric, "it chooses latent draws, and there is no generator here");
        }
        Fit.require(name, misfit(subject.dataset(), asked.draws().codes()));
        return new AskedPictures(
                name,
                asked,
                (Dataset.Finite) subject.dataset(),
                category(asked.draws().codes()).orElseThrow(),
                samples,
                examples);
    }

    /** Returns why a metric that asks for categories does not fit; empty if it does. */
    static Optional<String> misfit(Dataset data, List<Prior.Code> codes) {
        if (!(data instanceof Dataset.Finite finite) || finite.classes() == 0) {
            return Optional.of("it needs labelled data, such as mnist or fashion-mini; these have none");
        }
        return category(codes).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "it needs a prior with a category, such as prior=coded; this one has no code of this kind");
    }

    /** Returns the number of the first category among the codes. */
    static Optional<Integer> category(List<Prior.Code> codes) {
        return IntStream.range(0, codes.size())
                .filter(i -> codes.get(i).isCategorical())
                .boxed()
                .findFirst();
    }

    /** Returns what the data have too few of: a probe needs its neighbours, and a control something to judge. */
    static List<String> shortages(ToIntFunction<Split> counts) {
        return Stream.of(Shortage.of(Split.TRAIN, ClassProbe.NEIGHBOURS, counts), Shortage.of(Split.TEST, 1, counts))
                .flatMap(List::stream)
                .toList();
    }

    int values() {
        return category().width();
    }

    private Prior.Code category() {
        return subject.draws().codes().get(code);
    }

    /** Returns the value of the category for each picture: all of the first, then all of the second. */
    int[] asked() {
        return IntStream.range(0, samples)
                .map(i -> (int) ((long) i * values() / samples))
                .toArray();
    }

    /** Returns the classes that the probe sees in the generated pictures. */
    int[] shown() {
        int[] asked = asked();
        Draws draws = subject.draws();
        FloatTensor latent = draws.asking(subject.latent(samples, name), code, row -> asked[row]);
        return probe().classify(pictures(subject.generate(latent)));
    }

    private ClassProbe probe() {
        Table train = first(Split.TRAIN, examples);
        return new ClassProbe(pictures(train.toFloats()), labels(train));
    }

    /** Returns the share of real test pictures whose class the probe sees. */
    ClassShare ofRealPictures() {
        Table test = first(Split.TEST, JUDGED);
        return ClassShare.equal(labels(test), probe().classify(pictures(test.toFloats())));
    }

    /** Returns a share as a measurement of this name, with its departure from the protocol. */
    Measurement measured(String as, ClassShare share) {
        String departure =
                Departure.of(samples == SAMPLES ? "" : "n" + samples, examples == EXAMPLES ? "" : "t" + examples);
        return share.as(as, examples).under(departure);
    }

    private Table first(Split split, int count) {
        Table all = data.load(split);
        return all.slice(0, Math.min(count, all.count()));
    }

    private int[] labels(Table table) {
        return table.labels()
                .orElseThrow(() -> new InvalidInput("metric " + name, "a split of " + data + " has no labels"));
    }

    /** Returns pictures without their captions, so that no class is read from these. */
    private FloatTensor pictures(FloatTensor examples) {
        return data instanceof CaptionedData captioned ? captioned.caption().cut(examples) : examples;
    }
}
