package org.gan4j.standard.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.junit.jupiter.api.Test;

class CaptionTest {
    private final Caption caption = new Caption(3);

    @Test
    void a_picture_gains_rows_for_the_caption() {
        Shape picture = Shape.of(28, 28);
        assertThat(caption.under(picture)).isEqualTo(Shape.of(28 + Caption.ROWS, 28));
        assertThat(caption.under(Shape.of(5, 7, 3))).isEqualTo(Shape.of(5 + Caption.ROWS, 7, 3));
        assertThat(caption.without(caption.under(picture))).isEqualTo(picture);
    }

    @Test
    void each_class_has_a_block_and_what_does_not_fit_stays_dark() {
        // 7 / 3 = 2 pixels a class, and one is left over.
        assertThat(caption.of(1, Shape.of(9, 7))).isEqualTo(repeated(new double[] {0, 0, 1, 1, 0, 0, 0}));
        assertThat(caption.of(2, Shape.of(9, 7))).isEqualTo(repeated(new double[] {0, 0, 0, 0, 1, 1, 0}));
        // One pixel a class, in both channels.
        assertThat(caption.of(1, Shape.of(9, 3, 2))).isEqualTo(repeated(new double[] {0, 0, 1, 1, 0, 0}));
    }

    private static double[] repeated(double[] row) {
        double[] rows = new double[Caption.ROWS * row.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row[i % row.length];
        }
        return rows;
    }

    @Test
    void a_caption_is_read_as_it_was_written_and_cut_off() {
        Shape captioned = Shape.of(2 + Caption.ROWS, 7);
        float[] values = new float[3 * captioned.size()];
        for (int label = 0; label < 3; label++) {
            // The picture is brighter than any caption.
            Arrays.fill(values, label * captioned.size(), label * captioned.size() + 14, 10 + label);
            double[] row = caption.of(label, captioned);
            for (int i = 0; i < row.length; i++) {
                values[label * captioned.size() + 14 + i] = (float) (0.1 + 0.5 * row[i]);
            }
        }
        FloatTensor all = new FloatTensor(captioned.prepend(3), values);
        for (int label = 0; label < 3; label++) {
            assertThat(caption.read(all.row(label), captioned)).isEqualTo(label);
        }
        FloatTensor cut = caption.cut(all);
        assertThat(cut.shape()).isEqualTo(Shape.of(3, 2, 7));
        assertThat(cut.row(2)).containsOnly(12);
    }

    @Test
    void what_cannot_carry_a_caption_is_refused() {
        assertThatThrownBy(() -> new Caption(1)).hasMessage("a caption tells at least 2 classes apart, not 1");
        assertThatThrownBy(() -> caption.under(Shape.of(28, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a caption of 3 classes needs a picture that is at least 3 pixels wide; this one is [28×2]");
        assertThatThrownBy(() -> caption.under(Shape.of(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[2] is not a picture");
    }
}
