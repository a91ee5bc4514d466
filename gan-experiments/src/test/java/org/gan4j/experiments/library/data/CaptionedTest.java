package org.gan4j.experiments.library.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Contrast;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.data.Values;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.library.data.known.Ring;
import org.junit.jupiter.api.Test;

class CaptionedTest {
    private final FashionMini plain = new FashionMini();
    private final CaptionedData set = new CaptionedData(plain, 10);

    @Test
    void in_each_split_the_caption_read_back_is_the_label_and_the_picture_is_what_it_was() {
        for (Split split : Split.values()) {
            Table before = plain.load(split);
            Table after = set.load(split);
            assertThat(after.example()).isEqualTo(set.shape());
            assertThat(after.count()).isEqualTo(before.count());
            assertThat(after.labels().orElseThrow()).isEqualTo(before.labels().orElseThrow());
            FloatTensor floats = after.toFloats();
            for (int i = 0; i < after.count(); i++) {
                assertThat(set.caption().read(floats.row(i), set.shape()))
                        .isEqualTo(before.labels().orElseThrow()[i]);
            }
            assertThat(set.caption().cut(floats)).isEqualTo(before.toFloats());
        }
    }

    @Test
    void a_caption_is_white_on_black_below_the_picture() {
        // 28 pixels for 10 classes are 2 a class; class 3 has the pixels 6 and 7 of each row.
        Table table = set.load(Split.TEST);
        int row = Arrays.stream(table.labels().orElseThrow()).boxed().toList().indexOf(3);
        byte[] example = bytes(table.slice(row, row + 1));
        assertThat(example.length).isGreaterThan(28 * 28).isEqualTo(set.shape().size());
        for (int i = 28 * 28; i < example.length; i++) {
            assertThat(example[i] & 0xff).isEqualTo(i % 28 == 6 || i % 28 == 7 ? 255 : 0);
        }
    }

    @Test
    void the_digest_tells_captions_and_their_number_from_the_plain_set() {
        assertThat(set.digest())
                .isNotEqualTo(plain.digest())
                .isNotEqualTo(new CaptionedData(plain, 12).digest())
                .isEqualTo(new CaptionedData(new FashionMini(), 10).digest());
    }

    private record Two(Table table) implements Dataset.Finite {
        @Override
        public Shape shape() {
            return table.example();
        }

        @Override
        public Table load(Split split) {
            return table;
        }

        @Override
        public String digest() {
            return "two";
        }
    }

    private static Table two(Optional<int[]> labels) {
        return new Table(Shape.of(1, 4), new byte[8], labels);
    }

    @Test
    void what_cannot_be_captioned_is_refused_with_its_reason() {
        assertThatThrownBy(() -> new CaptionedData(new Ring(8, 1, 0.02), 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'of' is endless");
        assertThatThrownBy(() -> new CaptionedData(plain, 29)).hasMessageContaining("this one is [28×28]");
        assertThatThrownBy(() -> new CaptionedData(new Two(two(Optional.empty())), 3).load(Split.TEST))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("dataset.of: its test images have no labels, and the captions are made of these");
        assertThatThrownBy(() -> new CaptionedData(new Two(two(Optional.of(new int[] {0, 3}))), 3).load(Split.TRAIN))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("dataset.classes: is 3, and there are labels up to 3 in dataset.of");
        Table contrast = two(Optional.of(new int[] {0, 1})).with(new Contrast(55));
        assertThatThrownBy(() -> new CaptionedData(new Two(contrast), 3).load(Split.TRAIN))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("set its contrast to 0");
    }

    private static byte[] bytes(Table table) {
        return ((Values.Bytes) table.values()).bytes();
    }
}
