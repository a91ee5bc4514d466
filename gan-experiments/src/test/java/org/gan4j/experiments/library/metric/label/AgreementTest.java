package org.gan4j.experiments.library.metric.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Draws;
import org.junit.jupiter.api.Test;

/** Both metrics on data whose classes are plain to see, and generators that are written into the test. */
class AgreementTest {
    /** Pictures of one pixel: the class k of five has the level 50·k. */
    private record Levels(int classes) implements Dataset.Finite {
        @Override
        public Shape shape() {
            return Shape.of(1, 1);
        }

        @Override
        public Table load(Split split) {
            byte[] bytes = new byte[50];
            int[] labels = new int[50];
            for (int i = 0; i < 50; i++) {
                labels[i] = i % 5;
                bytes[i] = (byte) (50 * labels[i]);
            }
            return new Table(shape(), bytes, Optional.of(labels));
        }

        @Override
        public String digest() {
            return "levels";
        }
    }

    /** A generator that shows class shows[k] where the code is k; the code stands behind one other value. */
    private record Showing(Dataset dataset, int... shows) implements Metric.Asked {
        @Override
        public Draws draws() {
            return new Draws(dataset.shape(), 5, Shape.of(6), List.of(Prior.Code.categorical(5)));
        }

        @Override
        public FloatTensor latent(int count, String stream) {
            return new FloatTensor(Shape.of(count, 6), new float[count * 6]);
        }

        @Override
        public FloatTensor generate(FloatTensor latent) {
            float[] pixels = new float[latent.count()];
            for (int i = 0; i < pixels.length; i++) {
                for (int k = 0; k < 5; k++) {
                    pixels[i] += latent.row(i)[1 + k] * 50 * shows[k] / 255;
                }
            }
            return new FloatTensor(Shape.of(pixels.length, 1, 1), pixels);
        }

        @Override
        public long seed() {
            return 1;
        }
    }

    private static Measurement classes(int... shows) {
        return new ClassAgreement(100, 10_000)
                .measure(new Showing(new Levels(5), shows))
                .get(0);
    }

    private static Measurement codes(int... shows) {
        return new CodeAgreement(100, 10_000)
                .measure(new Showing(new Levels(5), shows))
                .get(0);
    }

    @Test
    void class_agreement_is_the_share_of_pictures_that_show_the_asked_class() {
        assertThat(classes(0, 1, 2, 3, 4).value()).isEqualTo(1);
        // Two of the five classes show each other.
        Measurement swapped = classes(1, 0, 2, 3, 4);
        assertThat(swapped.value()).isEqualTo(0.6);
        assertThat(swapped.standardError()).isCloseTo(Math.sqrt(0.6 * 0.4 / 100), within(1e-12));
        assertThat(swapped.key()).isEqualTo("eval/class-agreement-n100");
    }

    @Test
    void code_agreement_does_not_mind_which_code_stands_for_which_class() {
        assertThat(codes(3, 4, 0, 1, 2).value()).isEqualTo(1);
        // Codes 0 and 1 show the same class, which only one of them can stand for.
        assertThat(codes(3, 3, 0, 1, 2).value()).isEqualTo(0.8);
        assertThat(codes(3, 3, 3, 3, 3).value()).isEqualTo(0.2);
    }

    @Test
    void controls_say_what_the_probe_sees_in_real_pictures_and_what_chance_gives() {
        List<Measurement> controls =
                new ClassAgreement(1000, 10_000).controls(new Showing(new Levels(5), 0, 1, 2, 3, 4));
        assertThat(controls)
                .extracting(Measurement::name)
                .containsExactly("real test pictures", "the classes in random order");
        assertThat(controls.get(0).value()).isEqualTo(1);
        // 1,000 places with a chance of 1/5: deviation √(0.16/1000) = 0.013; five of them.
        assertThat(controls.get(1).value()).isCloseTo(0.2, within(0.065));
    }

    @Test
    void data_without_labels_and_priors_without_categories_are_refused() {
        assertThatThrownBy(() -> new ClassAgreement(100, 100).measure(new Showing(new Levels(0), 0)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("it needs labelled data, such as mnist or fashion-mini");
        assertThatThrownBy(() -> new ClassAgreement(100, 100).measure(new Showing(new Levels(4), 0, 1, 2, 3, 4)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("first category has 5 values, and the labels of the data name 4 classes");
    }
}
