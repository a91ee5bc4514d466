package org.gan4j.experiments.library.metric.digit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gan4j.api.Dataset;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.library.data.FashionMini;
import org.gan4j.experiments.library.data.image.StackedMnist;
import org.gan4j.experiments.library.metric.MemberMean;
import org.gan4j.experiments.library.metric.Parzen.Held;
import org.junit.jupiter.api.Test;

class DigitMetricsTest {
    private static double[] certain(int digit) {
        double[] read = new double[10];
        read[digit] = 1;
        return read;
    }

    @Test
    void the_score_is_the_number_of_digits_that_are_read_with_certainty_and_equally_often() {
        double[][] ten = IntStream.range(0, 50).mapToObj(i -> certain(i % 10)).toArray(double[][]::new);
        assertThat(ClassifierScore.score(ten).value()).isEqualTo(10, within(1e-12));
        double[][] two = IntStream.range(0, 50).mapToObj(i -> certain(i % 2)).toArray(double[][]::new);
        assertThat(ClassifierScore.score(two).value()).isEqualTo(2, within(1e-12));
        double[] unsure = new double[10];
        Arrays.fill(unsure, 0.1);
        assertThat(ClassifierScore.score(new double[][] {unsure, unsure}).value())
                .isEqualTo(1, within(1e-12));
    }

    @Test
    void the_error_of_the_score_is_that_of_the_mean_divergence_times_the_score() {
        double[] half = {0.5, 0.5, 0, 0, 0, 0, 0, 0, 0, 0};
        // The mean is (3/4, 1/4), so the divergences are ln(4/3) and half of that. Two values that differ by d have the
        // standard error d / 2.
        MemberMean score = ClassifierScore.score(new double[][] {certain(0), half});
        double d = Math.log(4.0 / 3) / 2;
        assertThat(score.value()).isEqualTo(Math.exp(1.5 * d), within(1e-12));
        assertThat(score.error()).isEqualTo(score.value() * d / 2, within(1e-12));
    }

    private static ModeCounts counts(int modes, double each) {
        double[] counts = new double[1_000];
        Arrays.fill(counts, 0, modes, each);
        return new ModeCounts(counts);
    }

    @Test
    void modes_are_counted_and_their_divergence_is_that_of_equal_shares_of_some() {
        assertThat(counts(1_000, 26).covered()).isEqualTo(1_000);
        assertThat(counts(1_000, 26).divergence()).isZero();
        assertThat(counts(729, 26).covered()).isEqualTo(729);
        assertThat(counts(729, 26).divergence()).isEqualTo(Math.log(1_000.0 / 729), within(1e-12));
        assertThat(counts(729, 26).divergenceError()).isEqualTo(0, within(1e-9));
        // One of the two modes has 3 of 4 samples: ± ln 3 / 2 about the middle, weights 3/4 and 1/4, four samples.
        double[] two = new double[1_000];
        two[0] = 3;
        two[1] = 1;
        assertThat(new ModeCounts(two).divergenceError())
                .isEqualTo(Math.log(3) * Math.sqrt(3.0 / 16 / 4), within(1e-12));
        // (1 - 1/4)^4 and (1 - 3/4)^4 are the chances to miss each.
        double rare = Math.pow(0.75, 4);
        double frequent = Math.pow(0.25, 4);
        assertThat(new ModeCounts(two).coveredError())
                .isEqualTo(Math.sqrt(rare * (1 - rare) + frequent * (1 - frequent)), within(1e-12));
    }

    @Test
    void a_perfect_sampler_of_equal_modes_has_the_divergence_of_chance_alone() {
        ModeCounts equal = counts(1_000, 1);
        assertThat(equal.meanCovered(1_000)).isEqualTo(1_000 * (1 - Math.pow(0.999, 1_000)), within(1e-9));
        // To first order (modes - 1) / 2n; the next order is modes² / 12n².
        assertThat(equal.meanDivergence(26_000)).isEqualTo(999.0 / 52_000 + 1e6 / 12 / 26_000 / 26_000, within(2e-5));
    }

    private record Nothing(Dataset dataset) implements Metric.Subject {
        @Override
        public FloatTensor sample(int count, String stream) {
            throw new AssertionError("nothing is drawn");
        }

        @Override
        public long seed() {
            return 1;
        }
    }

    @Test
    void other_data_than_digits_are_refused_before_anything_is_drawn() {
        Nothing clothes = new Nothing(new FashionMini());
        assertThatThrownBy(() -> new ClassifierScore(100, Held.TEST).measure(clothes))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("metric classifier-score: its net reads the digits of mnist");
        Nothing stacked = new Nothing(new StackedMnist(new FashionMini(), 100));
        assertThatThrownBy(() -> new StackedModes(100).measure(stacked))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("metric stacked-modes: it reads the digits of dataset=stacked-mnist");
    }
}
