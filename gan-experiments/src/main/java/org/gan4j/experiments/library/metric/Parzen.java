package org.gan4j.experiments.library.metric;

import java.util.List;
import java.util.Map;
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
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;

/**
 * {@code eval/parzen}: mean log-likelihood of the test split, in nats, under a Gaussian window on 10,000 generated examples.
 * The width sigma is the best of ten, logarithmically spaced from 0.1 to 1, by the mean over the first 1,000 examples of the
 * validation split; {@code sigmaAtEdge} is 1 if it is the first or last of them, where the number says little. The standard
 * error is the spread over test examples over √n, as in the paper's Table 1 for MNIST; it says nothing about other seeds.
 *
 * <p>Counts other than 10,000 samples, 1,000 validation and 10,000 test examples depart from that protocol:
 * {@code eval/parzen-n1000-v100-t100}. The value grows with the number of samples, so different protocols are not comparable.
 *
 * <p>{@code split=validation} judges on what the validation split holds besides those 1,000, another departure:
 * {@code eval/parzen-validation9000}. What is chosen by it, such as a learning rate, has not seen the test split.
 *
 * <p>The estimate has a high variance and does poorly in high dimension: centroids of real data score above real data. So
 * look at its {@link #controls}.
 */
@About(
        value = "log-likelihood under a Parzen window on samples, in nats",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, section 5; Breuleux, Bengio, Vincent 2011")
public record Parzen(
        @Param(value = "10000", min = 1, doc = "generated examples; another number shows in the metric's name")
        int samples,

        @Param(value = "test", doc = "what is judged on: test, or validation for choices to be made by")
        Held split)
        implements Metric {
    private static final String ENDLESS =
            "it needs data with a validation and a test split, such as mnist or fashion-mini; these are"
                    + " endless, and jsd compares with their density";
    /** Data that was not trained on. */
    public enum Held {
        TEST,
        VALIDATION
    }

    /** The metric's name, whatever the protocol. */
    public static final String NAME = "eval/parzen";

    private static final int SAMPLES = 10_000;
    private static final int VALIDATION = 1_000;
    private static final int TEST = 10_000;
    private static final double[] SIGMAS =
            IntStream.range(0, 10).mapToDouble(i -> Math.pow(10, -1 + i / 9.0)).toArray();

    @Override
    public boolean costly() {
        return true;
    }

    @Override
    public List<MetricInfo> info() {
        return List.of(new MetricInfo(
                NAME,
                "Parzen log-likelihood",
                "Mean log-likelihood of 10,000 test examples under a Gaussian Parzen window on 10,000 generated"
                        + " samples; sigma is chosen on the first 1,000 of the validation split. The protocol of the 2014"
                        + " paper, table 1.",
                "nats",
                MetricInfo.Aim.HIGHER,
                split == Held.TEST));
    }

    @Override
    public Optional<Metric> onValidation() {
        return Optional.of(new Parzen(samples, Held.VALIDATION));
    }

    @Override
    public List<Measurement> measure(Subject subject) {
        Protocol protocol = protocol(subject);
        FloatTensor generated = subject.sample(samples, "parzen");
        return List.of(protocol.measure(NAME, generated).under(protocol.departure(samples)));
    }

    /** The same protocol on true training examples, on centroids of them, and on their mean. */
    @Override
    public List<Measurement> controls(Subject subject) {
        return ParzenControls.of(protocol(subject), table(subject, Split.TRAIN), samples, subject.seed());
    }

    private Protocol protocol(Subject subject) {
        Table validation = table(subject, Split.VALIDATION);
        int choosing = Math.min(VALIDATION, validation.count());
        FloatTensor chosenOn = validation.slice(0, choosing).toFloats();
        if (split == Held.TEST) {
            return new Protocol(chosenOn, table(subject, Split.TEST).toFloats(), Split.TEST);
        } else if (choosing == validation.count()) {
            throw new InvalidInput("metric parzen", tooFew(validation.count()));
        }
        return new Protocol(
                chosenOn, validation.slice(choosing, validation.count()).toFloats(), Split.VALIDATION);
    }

    @Override
    public Optional<String> misfit(Dataset data, Prior prior) {
        return data instanceof Dataset.Finite ? Optional.empty() : Optional.of(ENDLESS);
    }

    @Override
    public List<String> shortages(ToIntFunction<Split> counts) {
        int validation = counts.applyAsInt(Split.VALIDATION);
        if (split == Held.VALIDATION) {
            return validation > VALIDATION ? List.of() : List.of(tooFew(validation));
        }
        return Stream.of(Shortage.of(Split.VALIDATION, 1, counts), Shortage.of(Split.TEST, 2, counts))
                .flatMap(List::stream)
                .toList();
    }

    private static String tooFew(int validation) {
        return "split=validation needs more than the " + VALIDATION
                + " validation examples that choose sigma; there are " + validation;
    }

    private static Table table(Subject subject, Split split) {
        if (subject.dataset() instanceof Dataset.Finite finite) {
            return finite.load(split);
        }
        throw new InvalidInput("metric parzen", ENDLESS);
    }

    /** The examples that a density is measured on. */
    record Protocol(FloatTensor validation, FloatTensor judged, Split split) {
        /** Returns how the protocol for so many generated examples departs from the paper's. */
        String departure(int samples) {
            return Departure.of(
                    split == Split.TEST ? "" : split.toString() + judged.count(),
                    samples == SAMPLES ? "" : "n" + samples,
                    validation.count() == VALIDATION ? "" : "v" + validation.count(),
                    split != Split.TEST || judged.count() == TEST ? "" : "t" + judged.count());
        }

        /** The score of some examples. */
        Measurement measure(String name, FloatTensor examples) {
            ParzenWindow window = new ParzenWindow(examples.values(), examples.width());
            double[][] tried = window.logDensities(validation.values(), SIGMAS);
            int best = 0;
            for (int s = 1; s < SIGMAS.length; s++) {
                best = mean(tried[s]) > mean(tried[best]) ? s : best;
            }
            double[] densities = window.logDensities(judged.values(), SIGMAS[best])[0];
            boolean atEdge = best == 0 || best == SIGMAS.length - 1;
            return new Measurement(
                    name,
                    mean(densities),
                    standardError(densities),
                    examples.count(),
                    split.toString(),
                    Map.of(),
                    Map.of("sigma", SIGMAS[best], "sigmaAtEdge", atEdge ? 1.0 : 0.0));
        }

        private static double mean(double[] values) {
            return IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum() / values.length;
        }

        private static double standardError(double[] values) {
            double mean = mean(values);
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            return Math.sqrt(squares / (values.length - 1.0) / values.length);
        }
    }
}
