package org.gan4j.experiments.library.metric.digit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.experiments.library.data.image.StackedMnist;
import org.gan4j.experiments.library.metric.Parzen.Held;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole metrics on drawn digits, which the shipped net reads with a certainty of 99 % and more. */
class DigitMetricsOnDataTest {
    private static final ClassifierScore SCORE = new ClassifierScore(20, Held.TEST);
    private static final StackedModes MODES = new StackedModes(1_500);

    /** What a generator draws from the streams it is asked for. */
    private record Drawing(Dataset dataset, Map<String, FloatTensor> draws) implements Metric.Subject {
        @Override
        public FloatTensor sample(int count, String stream) {
            FloatTensor drawn = draws.get(stream);
            assertThat(drawn).as(stream).isNotNull();
            assertThat(drawn.count()).as(stream).isEqualTo(count);
            return drawn;
        }

        @Override
        public long seed() {
            return 1;
        }
    }

    /** Draws 5 zeros and 15 ones. */
    private static Drawing quarterOfZeros() {
        int[] digits = IntStream.range(0, 20).map(i -> i < 5 ? 0 : 1).toArray();
        return new Drawing(
                new DrawnDigits(),
                Map.of("classifier-score", new FloatTensor(Shape.of(20, 28, 28), DrawnDigits.pixels(digits))));
    }

    /** Digits of the shares 1/4 and 3/4 diverge from their mean by ln 4 and ln 4/3, which differ by ln 3. */
    @ParameterizedTest
    @CsvSource({"TEST, 2, test, n20", "VALIDATION, 4, validation, validation-n20"})
    void the_score_of_samples_stands_beside_that_of_real_pictures(Held held, int turn, String split, String departure) {
        Measurement found =
                new ClassifierScore(20, held).measure(quarterOfZeros()).get(0);

        double score = Math.exp(Math.log(4) / 4 + Math.log(4.0 / 3) * 3 / 4);
        assertThat(found.value()).isEqualTo(score, within(0.02));
        assertThat(found.standardError()).isEqualTo(score * Math.log(3) * Math.sqrt(3.0 / 16 / 19), within(0.01));
        // Half of the test pictures are zeros, and a quarter of the validation pictures is.
        assertThat(found.perfect().orElseThrow()).isEqualTo(turn == 2 ? 2 : score, within(0.02));
        assertThat(found.key()).isEqualTo("eval/classifier-score-" + departure);
        assertThat(found.samples()).isEqualTo(20);
        assertThat(found.split()).isEqualTo(split);
    }

    private static Map<String, Measurement> byName(List<Measurement> controls) {
        return controls.stream().collect(Collectors.toMap(Measurement::name, Function.identity()));
    }

    @Test
    void the_controls_of_the_score_say_how_well_the_net_reads_and_what_it_notices() {
        List<Measurement> rows = SCORE.controls(quarterOfZeros());
        Map<String, Measurement> controls = byName(rows);

        assertThat(rows)
                .extracting(Measurement::name)
                .containsExactly(
                        "accuracy: held-out pictures that the net reads right",
                        "held-out pictures",
                        "held-out pictures without the first class",
                        "one held-out picture alone",
                        "mean of the held-out pictures",
                        "uniform noise");
        // One of 20 is called by a wrong name.
        Measurement accuracy = rows.get(0);
        assertThat(accuracy.value()).isEqualTo(0.95);
        assertThat(accuracy.standardError()).isEqualTo(Math.sqrt(0.95 * 0.05 / 20), within(1e-12));
        assertThat(controls.get("held-out pictures").value()).isEqualTo(2, within(0.02));
        // Without the zeros there are ten ones, all read alike.
        Measurement ones = controls.get("held-out pictures without the first class");
        assertThat(ones.value()).isEqualTo(1, within(1e-12));
        assertThat(ones.samples()).isEqualTo(10);
        Measurement alone = controls.get("one held-out picture alone");
        assertThat(alone.value()).isEqualTo(1, within(1e-12));
        assertThat(alone.samples()).isEqualTo(20);
        Measurement mean = controls.get("mean of the held-out pictures");
        assertThat(mean.value()).isEqualTo(1, within(1e-12));
        assertThat(mean.samples()).isEqualTo(20);
        // No two pictures of noise are read quite alike.
        assertThat(controls.get("uniform noise").value()).isBetween(1 + 1e-9, 10.0);
        assertThat(controls.get("uniform noise").samples()).isEqualTo(20);
    }

    @Test
    void the_score_of_real_pictures_is_the_perfect_samplers_and_a_control() {
        Metric.Controlled both = SCORE.measureWithControls(quarterOfZeros());

        assertThat(both.measured()).isEqualTo(SCORE.measure(quarterOfZeros()));
        assertThat(both.controls()).isEqualTo(SCORE.controls(quarterOfZeros()));
        assertThat(byName(both.controls()).get("held-out pictures").value())
                .isEqualTo(both.measured().get(0).perfect().orElseThrow());
    }

    private static final StackedMnist STACKED = new StackedMnist(new DrawnDigits(), 400);

    /** Returns pictures of three zeros or ones each, as the three colours, all alike. */
    private static FloatTensor stacked(int count, int red, int green, int blue) {
        float[] digits = DrawnDigits.pixels(red, green, blue);
        float[] pixels = new float[count * 3 * DigitNet.PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            int colour = i % 3;
            pixels[i] = digits[colour * DigitNet.PIXELS + i / 3 % DigitNet.PIXELS];
        }
        return new FloatTensor(Shape.of(count, 28, 28, 3), pixels);
    }

    /** Draws 101 a thousand times, and 10 five hundred times. */
    private static Drawing twoModes() {
        return new Drawing(
                STACKED, Map.of("stacked-modes-0", stacked(1_000, 1, 0, 1), "stacked-modes-1", stacked(500, 0, 1, 0)));
    }

    /** How often each of the eight modes that zeros and ones write is among the first 1,500 of the pictures, by turns. */
    private static double divergence(int[] labels) {
        double[] shares = new double[112];
        for (int i = 0; i < 1_500; i++) {
            shares[labels[i % labels.length]] += 1.0 / 1_500;
        }
        return Arrays.stream(shares)
                .filter(share -> share > 0)
                .map(share -> share * Math.log(1_000 * share))
                .sum();
    }

    @Test
    void the_modes_of_samples_stand_beside_those_of_a_perfect_sampler() {
        List<Measurement> found = MODES.measure(twoModes());

        assertThat(found)
                .extracting(Measurement::key)
                .containsExactly("eval/stacked-modes-n1500", "eval/stacked-kl-n1500");
        assertThat(found).extracting(Measurement::samples).containsOnly(1_500);
        Measurement covered = found.get(0);
        assertThat(covered.value()).isEqualTo(2);
        // To miss a mode of one third in 1,500 draws has the chance (2/3)^1500.
        assertThat(covered.standardError()).isEqualTo(0, within(1e-9));
        Measurement divergence = found.get(1);
        assertThat(divergence.value())
                .isEqualTo(Math.log(2_000.0 / 3) * 2 / 3 + Math.log(1_000.0 / 3) / 3, within(1e-9));
        assertThat(divergence.standardError()).isEqualTo(Math.log(2) * Math.sqrt(2.0 / 9 / 1_500), within(1e-9));
        // Digits of about equal shares write eight modes of about equal shares, and each is among 1,500 draws.
        assertThat(covered.perfect().orElseThrow()).isEqualTo(8, within(1e-6));
        assertThat(divergence.perfect().orElseThrow()).isEqualTo(Math.log(1_000.0 / 8), within(0.05));
    }

    @Test
    void the_controls_of_the_modes_are_pictures_as_they_are_without_a_digit_and_noise() {
        List<Measurement> rows = MODES.controls(twoModes());
        Map<String, Measurement> controls = byName(rows);
        int[] labels = STACKED.load(Split.TRAIN).labels().orElseThrow();
        int[] red = Arrays.stream(labels).filter(label -> label >= 100).toArray();

        assertThat(rows)
                .extracting(Measurement::name)
                .containsExactly(
                        "stacked-modes: training pictures",
                        "stacked-kl: training pictures",
                        "stacked-modes: training pictures without a red 0",
                        "stacked-kl: training pictures without a red 0",
                        "stacked-modes: mean of the training pictures",
                        "stacked-kl: mean of the training pictures",
                        "stacked-modes: uniform noise",
                        "stacked-kl: uniform noise");
        assertThat(rows).extracting(Measurement::samples).containsOnly(1_500);
        // The net reads the drawn digits right.
        assertThat(controls.get("stacked-modes: training pictures").value()).isEqualTo(8);
        assertThat(controls.get("stacked-kl: training pictures").value()).isEqualTo(divergence(labels), within(1e-9));
        assertThat(controls.get("stacked-modes: training pictures without a red 0")
                        .value())
                .isEqualTo(4);
        assertThat(controls.get("stacked-kl: training pictures without a red 0").value())
                .isEqualTo(divergence(red), within(1e-9));
        // All pictures are one, and so are their modes: the divergence from 1,000 equal shares is log 1,000.
        assertThat(controls.get("stacked-modes: mean of the training pictures").value())
                .isEqualTo(1);
        assertThat(controls.get("stacked-kl: mean of the training pictures").value())
                .isEqualTo(Math.log(1000), within(1e-9));
        assertThat(controls.get("stacked-modes: uniform noise").value()).isBetween(1.0, 1_000.0);
    }
}
