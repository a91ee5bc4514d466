package org.gan4j.experiments.library.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.data.Values;
import org.gan4j.experiments.library.data.FashionMini;
import org.gan4j.experiments.library.data.known.Ring;
import org.junit.jupiter.api.Test;

class StackedMnistTest {
    private final StackedMnist set = new StackedMnist(new FashionMini(), 300);

    @Test
    void each_colour_is_a_picture_of_the_split_and_the_label_writes_their_classes() {
        assertThat(set.shape()).isEqualTo(Shape.of(28, 28, 3));
        assertThat(set.classes()).isEqualTo(1000);
        Table plain = new FashionMini().load(Split.TRAIN);
        Table stacked = set.load(Split.TRAIN);
        assertThat(stacked.count()).isEqualTo(300);
        for (int row = 0; row < 20; row++) {
            int number = stacked.labels().orElseThrow()[row];
            for (int colour = 2; colour >= 0; colour--) {
                assertThat(classesOf(colour(stacked, row, colour), plain)).contains(number % 10);
                number /= 10;
            }
        }
    }

    private static byte[] colour(Table stacked, int row, int colour) {
        byte[] bytes = ((Values.Bytes) stacked.values()).bytes();
        byte[] one = new byte[784];
        for (int pixel = 0; pixel < 784; pixel++) {
            one[pixel] = bytes[(row * 784 + pixel) * 3 + colour];
        }
        return one;
    }

    private static int[] classesOf(byte[] picture, Table plain) {
        return IntStream.range(0, plain.count())
                .filter(row -> plain.slice(row, row + 1).values().equals(new Values.Bytes(picture)))
                .map(row -> plain.labels().orElseThrow()[row])
                .toArray();
    }

    @Test
    void the_draws_are_the_same_every_time_and_differ_by_split() {
        assertThat(set.load(Split.TRAIN).values())
                .isEqualTo(set.load(Split.TRAIN).values());
        assertThat(set.load(Split.TEST).count()).isEqualTo(10_000);
        assertThat(set.load(Split.TEST).labels().orElseThrow())
                .isNotEqualTo(set.load(Split.VALIDATION).labels().orElseThrow());
    }

    @Test
    void a_set_without_ten_classes_of_grey_pictures_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StackedMnist(new Ring(8, 2, 0.02), 10))
                .withMessageContaining("needs grey pictures of ten classes");
    }
}
