package org.gan4j.experiments.library.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.problem.InvalidInput;
import org.junit.jupiter.api.Test;

class ParzenTest {
    /** Holds single pixels; every split has its own number of them and its own value. */
    private record Pixels(int train, int validation, int test, int value) implements Dataset.Finite {
        @Override
        public Shape shape() {
            return Shape.of(1);
        }

        @Override
        public Table load(Split split) {
            byte[] bytes = new byte[split == Split.TRAIN ? train : split == Split.TEST ? test : validation];
            java.util.Arrays.fill(bytes, (byte) value);
            return new Table(shape(), bytes, Optional.empty());
        }

        @Override
        public String digest() {
            return "";
        }
    }

    private static Measurement measure(Dataset data, int samples, float value) {
        List<Measurement> measured = new Parzen(samples, Parzen.Held.TEST)
                .measure(new Fixed(data, (random, i, example) -> example[0] = value, 1));
        assertThat(measured).hasSize(1);
        return measured.get(0);
    }

    @Test
    void name_says_every_count_that_is_not_the_papers() {
        assertThat(measure(new Pixels(1, 10_000, 10_000, 0), 10_000, 0).key()).isEqualTo("eval/parzen");
        assertThat(measure(new Pixels(1, 1_000, 10_000, 0), 1_000, 0).key()).isEqualTo("eval/parzen-n1000");
        assertThat(measure(new Pixels(1, 100, 100, 0), 10_000, 0).key()).isEqualTo("eval/parzen-v100-t100");
        assertThat(measure(new Pixels(1, 100, 100, 0), 50, 0).key()).isEqualTo("eval/parzen-n50-v100-t100");
    }

    @Test
    void split_validation_judges_on_what_chose_no_sigma_and_says_so_in_its_name() {
        Fixed subject = new Fixed(new Pixels(1, 1_040, 10, 255), (random, i, example) -> example[0] = 1, 1);
        Measurement measured =
                new Parzen(10, Parzen.Held.VALIDATION).measure(subject).get(0);

        // 1,040 less the 1,000 that choose sigma
        assertThat(measured.key()).isEqualTo("eval/parzen-validation40-n10");
        assertThat(measured.split()).isEqualTo("validation");
        Fixed few = new Fixed(new Pixels(1, 1_000, 10, 255), (random, i, example) -> example[0] = 1, 1);
        assertThatThrownBy(() -> new Parzen(10, Parzen.Held.VALIDATION).measure(few))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("there are 1000");
    }

    @Test
    void samples_on_the_data_choose_the_smallest_window_and_say_that_it_is_the_edge() {
        Measurement measured = measure(new Pixels(1, 5, 7, 255), 10, 1);
        // All distances are 0, so the density is the Gaussian's height, highest for sigma = 0.1
        assertThat(measured.value()).isCloseTo(-Math.log(0.1 * Math.sqrt(2 * Math.PI)), within(1e-9));
        assertThat(measured.standardError()).isZero();
        assertThat(measured.findings()).containsEntry("sigma", 0.1).containsEntry("sigmaAtEdge", 1.0);
        assertThat(measured.samples()).isEqualTo(10);
        assertThat(measured.split()).isEqualTo("test");
    }

    @Test
    void window_is_the_best_of_the_grid_on_the_validation_split() {
        // Everything is at distance 1/3: the best sigma of all is 1/3, since d/dσ(-d²/(2σ²) - log σ) = 0 there. Of the
        // grid
        // 10^(-1 + i/9) the neighbours are 0.27826 (i = 4) and 0.35938 (i = 5), with -d²/(2σ²) - log σ of
        // -0.71756 + 1.27921 = 0.56165 and -0.43016 + 1.02337 = 0.59321.
        Measurement measured = measure(new Pixels(1, 5, 7, 85), 10, 0);
        double sigma = Math.pow(10, -4.0 / 9);
        assertThat(measured.findings().get("sigma")).isCloseTo(sigma, within(1e-12));
        assertThat(measured.findings()).containsEntry("sigmaAtEdge", 0.0);
        assertThat(measured.value())
                .isCloseTo(-1.0 / 9 / (2 * sigma * sigma) - Math.log(sigma * Math.sqrt(2 * Math.PI)), within(1e-6));
    }

    @Test
    void standard_error_is_the_spread_over_test_examples() {
        // Two test points, log densities a and b: their standard deviation is |a-b|/√2, over √2 again: |a-b|/2
        Parzen.Protocol protocol = new Parzen.Protocol(
                new FloatTensor(Shape.of(1, 1), new float[] {1}),
                new FloatTensor(Shape.of(2, 1), new float[] {0, 2}),
                Split.TEST);
        Measurement measured = protocol.measure("x", new FloatTensor(Shape.of(1, 1), new float[] {0}));
        // The validation point is 1 away, so sigma = 1; the log densities differ by 2²/2
        assertThat(measured.findings().get("sigma")).isCloseTo(1, within(1e-12));
        assertThat(measured.standardError()).isCloseTo(1, within(1e-9));
    }

    @Test
    void same_subject_gives_the_same_number_to_the_bit() {
        Fixed subject =
                new Fixed(new Pixels(40, 30, 30, 100), (random, i, example) -> example[0] = random.nextFloat(), 3);
        assertThat(new Parzen(500, Parzen.Held.TEST).measure(subject))
                .isEqualTo(new Parzen(500, Parzen.Held.TEST).measure(subject));
        assertThat(new Parzen(500, Parzen.Held.TEST).controls(subject))
                .isEqualTo(new Parzen(500, Parzen.Held.TEST).controls(subject));
    }

    @Test
    void controls_are_true_data_centroids_and_the_mean() {
        Fixed subject = new Fixed(new Pixels(40, 5, 7, 255), (random, i, example) -> example[0] = 0, 3);
        List<Measurement> controls = new Parzen(10_000, Parzen.Held.TEST).controls(subject);
        assertThat(controls)
                .extracting(Measurement::key)
                .containsExactly(
                        "40 training examples",
                        "4 k-means centroids of 40 training examples, 3 steps",
                        "mean of all training examples");
        // All pixels are equal, so each of them is the density's peak
        assertThat(controls).allSatisfy(control -> assertThat(control.value())
                .isCloseTo(-Math.log(0.1 * Math.sqrt(2 * Math.PI)), within(1e-6)));
    }

    @Test
    void endless_data_is_refused_with_the_metric_that_fits() {
        Fixed subject = new Fixed.Gaussians(List.of(new double[] {0}), 1).perfect(1);
        assertThatThrownBy(() -> new Parzen(10, Parzen.Held.TEST).measure(subject))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("metric parzen: it needs data with a validation and a test split")
                .hasMessageContaining("jsd");
    }

    @Test
    void centroids_of_two_clusters_are_their_means() {
        // 0, 1 and 10, 11, beginning with 0 and 10: after one step the means 0.5 and 10.5
        FloatTensor examples = new FloatTensor(Shape.of(4, 1), new float[] {0, 10, 1, 11});
        assertThat(KMeans.centroids(examples, 2, 3).values()).containsExactly(0.5f, 10.5f);
    }

    @Test
    void centroid_that_loses_all_its_examples_stays() {
        // Equal examples all go to the first of two equal centroids
        FloatTensor examples = new FloatTensor(Shape.of(3, 1), new float[] {2, 2, 2});
        assertThat(KMeans.centroids(examples, 2, 2).values()).containsExactly(2f, 2f);
    }

    @Test
    void noise_far_from_the_data_scores_below_the_data() {
        Fixed good = new Fixed(new Pixels(1, 50, 50, 128), (random, i, example) -> example[0] = 0.5f, 1);
        Fixed bad = new Fixed(new Pixels(1, 50, 50, 128), ParzenTest::far, 1);
        assertThat(new Parzen(100, Parzen.Held.TEST).measure(good).get(0).value())
                .isGreaterThan(
                        new Parzen(100, Parzen.Held.TEST).measure(bad).get(0).value());
    }

    private static void far(Random random, int index, float[] example) {
        example[0] = random.nextBoolean() ? 0 : 1;
    }
}
