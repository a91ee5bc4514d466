package org.gan4j.experiments.library.metric.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.data.Values;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.library.data.known.Ring;
import org.gan4j.experiments.library.metric.Parzen.Held;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole metrics on two classes of Gaussian points: 600 to train with, 200 in each other split. */
class SetMetricsOnDataTest {
    private static final int WIDTH = 4;

    private record TwoClasses() implements Dataset.Finite {
        @Override
        public Shape shape() {
            return Shape.of(WIDTH);
        }

        @Override
        public int classes() {
            return 2;
        }

        @Override
        public Table load(Split split) {
            int count = split == Split.TRAIN ? 600 : 200;
            int[] labels = new int[count];
            for (int i = 0; i < count; i++) {
                labels[i] = i % 2;
            }
            return new Table(
                    shape(), new Values.Floats(draws(count, split.ordinal())), Optional.of(labels), Optional.empty());
        }

        @Override
        public String digest() {
            return "";
        }
    }

    /** Class 0 at -3, class 1 at 3, by turns. */
    private static float[] draws(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((i / WIDTH % 2 == 0 ? -3 : 3) + random.nextGaussian());
        }
        return values;
    }

    private record Sampler(Dataset dataset, float[] values) implements Metric.Subject {
        @Override
        public FloatTensor sample(int count, String stream) {
            return new FloatTensor(dataset.shape().prepend(count), Arrays.copyOf(values, count * WIDTH));
        }

        @Override
        public long seed() {
            return 1;
        }
    }

    private static Sampler perfect() {
        return new Sampler(new TwoClasses(), draws(1_000, 77));
    }

    static List<Metric> metrics() {
        return List.of(
                new KernelDistance(200, Held.TEST, Features.EXAMPLES),
                new FrechetDistance(200, Held.TEST, Features.EXAMPLES),
                new PrecisionRecall(200, Held.TEST, Features.EXAMPLES),
                new DensityCoverage(200, Held.TEST, Features.EXAMPLES),
                new SlicedWasserstein(200, Held.TEST),
                new DifferentBins(200, 100, Held.TEST),
                new Memorisation(200, Held.TEST));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void a_perfect_sampler_has_about_the_value_that_is_stated_for_it(Metric metric) {
        List<Measurement> measured = metric.measure(perfect());
        assertThat(measured.stream().map(Measurement::name))
                .containsExactlyElementsOf(
                        metric.info().stream().map(info -> info.name()).toList());
        for (Measurement one : measured) {
            double perfect = one.perfect().orElseThrow();
            // The stated value of some metrics is another draw, hence twice the variance.
            double tolerance =
                    4 * Math.sqrt(2) * one.standardError() + (metric instanceof SlicedWasserstein ? 0.3 : 0.02);
            assertThat(one.value()).as(one.name()).isEqualTo(perfect, within(tolerance));
            assertThat(one.departure()).isEqualTo("n200");
            assertThat(one.split()).isEqualTo("test");
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void on_validation_it_does_not_look_at_the_test_split(Metric metric) {
        assertThat(metric.info()).allMatch(info -> info.usesTestSplit());
        Metric other = metric.onValidation().orElseThrow();
        assertThat(other.info()).noneMatch(info -> info.usesTestSplit());
        assertThat(other.measure(perfect())).allMatch(one -> one.departure().startsWith("validation"));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void endless_data_are_refused_in_words(Metric metric) {
        Sampler endless = new Sampler(new Ring(8, 2, 0.02), draws(1_000, 1));
        assertThatThrownBy(() -> metric.measure(endless))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("these are endless");
    }

    private static Map<String, Double> controls(Metric metric) {
        return metric.controls(perfect()).stream().collect(Collectors.toMap(Measurement::name, Measurement::value));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void measuring_with_controls_gives_the_numbers_of_both(Metric metric) {
        Metric.Controlled both = metric.measureWithControls(perfect());

        assertThat(both.measured()).isEqualTo(metric.measure(perfect()));
        assertThat(both.controls()).isEqualTo(metric.controls(perfect()));
    }

    /** Counts how often a split is read. */
    private record Counted(Dataset.Finite data, Map<Split, Integer> reads) implements Dataset.Finite {
        @Override
        public Shape shape() {
            return data.shape();
        }

        @Override
        public int classes() {
            return data.classes();
        }

        @Override
        public Table load(Split split) {
            reads.merge(split, 1, Integer::sum);
            return data.load(split);
        }

        @Override
        public String digest() {
            return data.digest();
        }
    }

    static List<Metric> metricsWhosePerfectSamplerIsTheTrainingSet() {
        return List.of(
                new FrechetDistance(200, Held.TEST, Features.EXAMPLES),
                new SlicedWasserstein(200, Held.TEST),
                new PrecisionRecall(200, Held.TEST, Features.EXAMPLES));
    }

    /** The training split is read for its examples, and for those of it that are not of the first class. */
    @ParameterizedTest
    @MethodSource("metricsWhosePerfectSamplerIsTheTrainingSet")
    void the_perfect_sampler_is_the_first_control_and_is_measured_once(Metric metric) {
        Counted data = new Counted(new TwoClasses(), new EnumMap<>(Split.class));

        Metric.Controlled both = metric.measureWithControls(new Sampler(data, draws(1_000, 77)));

        assertThat(data.reads()).isEqualTo(Map.of(Split.TRAIN, 2, Split.TEST, 1));
        for (int i = 0; i < both.measured().size(); i++) {
            assertThat(both.controls().get(i).name()).endsWith("200 training examples");
            assertThat(both.controls().get(i).value())
                    .isEqualTo(both.measured().get(i).perfect().orElseThrow());
        }
    }

    /** Training examples, generated ones, copies, all but one class, the mean, and noise. */
    @Test
    void each_set_is_compared_once() {
        List<PointSet> compared = new ArrayList<>();
        Examples examples = Examples.of("mine", perfect(), Held.TEST, 200);
        RealComparison<Integer> comparison = RealComparison.of(examples, set -> {
            compared.add(set);
            return compared.size();
        });

        assertThat(comparison.generated(perfect())).isEqualTo(2);
        List<Integer> numbers = new ArrayList<>();
        comparison.controls((name, number) -> {
            numbers.add(number);
            return List.of();
        });
        assertThat(numbers).containsExactly(1, 3, 4, 5, 6);
    }

    @Test
    void the_controls_say_what_each_metric_notices() {
        Map<String, Double> kid = controls(new KernelDistance(200, Held.TEST, Features.EXAMPLES));
        double good = kid.get("200 training examples");
        assertThat(kid.get("200 training examples without the first class")).isGreaterThan(good + 1);
        assertThat(kid.get("mean of 200 training examples")).isGreaterThan(good + 1);

        // The classes lie at ±(3, 3, 3, 3). One alone has its mean 6 away, and along the diagonal the deviation 1 in
        // place of
        // √37: 36 + (√37 - 1)². The mean picture has no covariance: 4 + 36.
        Map<String, Double> frechet = controls(new FrechetDistance(200, Held.TEST, Features.EXAMPLES));
        assertThat(frechet.get("200 training examples without the first class"))
                .isEqualTo(36 + Math.pow(Math.sqrt(37) - 1, 2), within(6.0));
        assertThat(frechet.get("mean of 200 training examples")).isEqualTo(40, within(4.0));

        Map<String, Double> shares = controls(new PrecisionRecall(200, Held.TEST, Features.EXAMPLES));
        assertThat(shares.get("recall: 200 training examples without the first class"))
                .isLessThan(0.6);
        assertThat(shares.get("precision: 200 training examples without the first class"))
                .isGreaterThan(0.7);
        assertThat(shares.get("recall: mean of 200 training examples")).isLessThan(0.05);

        Map<String, Double> different = controls(new DifferentBins(200, 10, Held.TEST));
        assertThat(different.get("200 training examples")).isLessThan(0.3);
        // Every bin is of one class; those of the second have twice their share, those of the first are empty.
        assertThat(different.get("200 training examples without the first class"))
                .isGreaterThan(0.7);
        assertThat(different.get("mean of 200 training examples")).isGreaterThan(0.7);

        Map<String, Double> covered = controls(new DensityCoverage(200, Held.TEST, Features.EXAMPLES));
        // Four different points are near few of the real ones.
        assertThat(covered.get("coverage: 4 training examples, 50 copies of each"))
                .isLessThan(0.5);
        assertThat(covered.get("coverage: 200 training examples without the first class"))
                .isLessThan(0.6);
    }

    @Test
    void wide_examples_are_refused_by_the_metric_whose_time_grows_with_their_cube() {
        Dataset.Finite wide = new Dataset.Finite() {
            @Override
            public Shape shape() {
                return Shape.of(32, 32, 3);
            }

            @Override
            public Table load(Split split) {
                throw new AssertionError("nothing is read");
            }

            @Override
            public String digest() {
                return "";
            }
        };
        assertThatThrownBy(() ->
                        new FrechetDistance(200, Held.TEST, Features.EXAMPLES).measure(new Sampler(wide, new float[0])))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("examples have 3072 numbers, and it takes at most 1024");
    }

    /** A subject whose discriminator computes its logit from so many first values of an example, times two. */
    private record Judged(Sampler sampler, int values, int rows) implements Metric.Subject {
        @Override
        public FloatTensor sample(int count, String stream) {
            return sampler.sample(count, stream);
        }

        @Override
        public Dataset dataset() {
            return sampler.dataset();
        }

        @Override
        public long seed() {
            return 1;
        }

        @Override
        public Optional<FloatTensor> features(FloatTensor examples) {
            int count = examples.count() / rows;
            float[] features = new float[count * values];
            for (int i = 0; i < features.length; i++) {
                features[i] = 2 * examples.values()[i / values * WIDTH + i % values];
            }
            return Optional.of(new FloatTensor(Shape.of(count, values), features));
        }
    }

    /** Twice the values have four times the squared distance, which a Fréchet distance is. */
    @Test
    void distances_on_the_discriminators_features_are_those_of_what_it_makes_of_examples() {
        Metric plain = new FrechetDistance(200, Held.TEST, Features.EXAMPLES);
        Metric judged = new FrechetDistance(200, Held.TEST, Features.DISCRIMINATOR);
        Measurement one = plain.measure(perfect()).get(0);
        Measurement other = judged.measure(new Judged(perfect(), WIDTH, 1)).get(0);
        assertThat(other.key()).isEqualTo("eval/frechet-discriminator-n200");
        assertThat(other.value()).isEqualTo(4 * one.value(), within(1e-6));
        assertThat(other.perfect().orElseThrow()).isEqualTo(4 * one.perfect().orElseThrow(), within(1e-6));
        List<Measurement> controls = judged.controls(new Judged(perfect(), WIDTH, 1));
        List<Measurement> plainControls = plain.controls(perfect());
        // The controls are bad examples as the discriminator sees them, not bad features.
        for (int i = 0; i < controls.size(); i++) {
            assertThat(controls.get(i).value())
                    .isEqualTo(4 * plainControls.get(i).value(), within(1e-4));
        }
    }

    @Test
    void ratios_of_distances_do_not_change_with_the_scale_of_features_but_with_their_choice() {
        for (Metric.Subject subject : List.of(new Judged(perfect(), WIDTH, 1), new Judged(perfect(), 1, 1))) {
            List<Double> values = new DensityCoverage(200, Held.TEST, Features.DISCRIMINATOR)
                    .measure(subject).stream().map(Measurement::value).toList();
            List<Double> plain = new DensityCoverage(200, Held.TEST, Features.EXAMPLES)
                    .measure(subject).stream().map(Measurement::value).toList();
            assertThat(values.equals(plain)).isEqualTo(((Judged) subject).values() == WIDTH);
        }
    }

    @Test
    void no_choice_is_made_by_features_of_a_discriminator_of_the_runs_own() {
        assertThat(new KernelDistance(200, Held.TEST, Features.DISCRIMINATOR).info())
                .allMatch(info -> info.aim() == MetricInfo.Aim.NEITHER)
                .allMatch(info -> info.meaning().contains("the run’s own discriminator"));
        assertThat(new PrecisionRecall(200, Held.TEST, Features.DIGITS).info())
                .allMatch(info -> info.aim() == MetricInfo.Aim.HIGHER)
                .allMatch(info -> info.meaning().contains("the digits net 9d83f6a6"));
    }

    @Test
    void features_that_there_are_none_of_are_refused_with_the_reason() {
        Metric judged = new KernelDistance(200, Held.TEST, Features.DISCRIMINATOR);
        assertThatThrownBy(() -> judged.measure(perfect()))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("metric kid: features=discriminator needs a run, and there is no discriminator here");
        assertThatThrownBy(() -> judged.measure(new Judged(perfect(), 1, 2)))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "metric kid: features=discriminator needs features of each example, and the discriminator has"
                                + " 100 rows of them for 200 examples");
        assertThatThrownBy(() -> new PrecisionRecall(200, Held.TEST, Features.DIGITS).measure(perfect()))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("metric precision-recall: features=digits are those of a net that reads the digits of mnist"
                        + " alone; features=examples take any data");
    }

    @Test
    void different_bins_need_a_training_example_each() {
        assertThatThrownBy(() -> new DifferentBins(200, 201, Held.TEST).measure(perfect()))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("metric ndb: bins=201 needs as many training examples, and it uses 200");
        assertThat(new DifferentBins(200, 10, Held.VALIDATION)
                        .measure(perfect())
                        .get(0)
                        .key())
                .isEqualTo("eval/ndb-validation-n200-bins10");
    }

    @Test
    void copies_of_training_examples_are_memorised_and_held_out_ones_are_not() {
        Memorisation metric = new Memorisation(200, Held.TEST);
        // N / (N + H) = 600 / 800
        assertThat(metric.measure(perfect()).get(0).perfect()).hasValue(0.75);
        Sampler copies = new Sampler(new TwoClasses(), draws(600, Split.TRAIN.ordinal()));
        Measurement copied = metric.measure(copies).get(0);
        assertThat(copied.value()).isEqualTo(1);
        // 0.75^200 by chance, and the smallest number that 10,000 choices can give is 1 of 10,001.
        assertThat(copied.findings()).containsEntry("p", 1.0 / 10_001);
        // Each of the 200 has a nearest of its own: √(0.75 · 0.25 · 200) / 200.
        assertThat(copied.standardError()).isEqualTo(0.0306, within(1e-4));
        // All samples have one nearest example, which is a training one with the probability 3/4: nothing is proven.
        float[] far = new float[1_000 * WIDTH];
        Arrays.fill(far, 50);
        Measurement poor = metric.measure(new Sampler(new TwoClasses(), far)).get(0);
        assertThat(poor.value()).isIn(0.0, 1.0);
        assertThat(poor.findings().get("p")).isGreaterThan(0.7);
        Sampler held = new Sampler(new TwoClasses(), draws(200, Split.TEST.ordinal()));
        assertThat(metric.measure(held).get(0).value()).isZero();
    }
}
