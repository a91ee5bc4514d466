package org.gan4j.standard.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gan4j.api.Generator;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.laws.LayerLaws;
import org.gan4j.api.net.NetSpec;
import org.gan4j.plain.Array;
import org.gan4j.plain.Dual;
import org.gan4j.plain.DualAlgebra;
import org.gan4j.plain.PlainNoise;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.standard.layer.activation.Sigmoid;
import org.gan4j.standard.layer.activation.Tanh;
import org.gan4j.standard.net.MlpGenerator;
import org.gan4j.standard.prior.GaussianPrior;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CaptionedGeneratorTest {
    private static final int BATCH = 40;
    private static final Shape PICTURE = Shape.of(2, 7);
    private static final Scope AT = new Scope("generator");

    private final Generator inner =
            MlpGenerator.of(6).withActivation(new Tanh()).withOutput(new Sigmoid());
    private final Caption caption = new Caption(3);
    private final Shape captioned = caption.under(PICTURE);
    private final CaptionedPrior prior = new CaptionedPrior(new GaussianPrior(2, 1), 3);
    private final NetSpec net = new CaptionedGenerator(inner, 3).net(prior.shape(), captioned);

    private Array latent() {
        return prior.draw(PlainNoise.of(new RealAlgebra(), BATCH, 1, "z")).raw();
    }

    private static float[] row(Array values, int row, int width) {
        float[] floats = new float[width];
        for (int i = 0; i < width; i++) {
            floats[i] = (float) values.values()[row * width + i];
        }
        return floats;
    }

    @TestFactory
    Stream<DynamicContainer> its_layer_keeps_the_laws_also_with_channels() {
        return Stream.of(captioned, Shape.of(captioned.dim(0), 7, 2)).map(shape -> {
            NetSpec made = new CaptionedGenerator(inner, 3).net(prior.shape(), shape);
            return DynamicContainer.dynamicContainer(
                    shape.toString(), LawTests.of(LayerLaws.of(made.layers().get(0), prior.shape())));
        });
    }

    @Test
    void the_caption_says_what_stands_in_the_latent_draw() {
        RealAlgebra algebra = new RealAlgebra();
        Array latent = latent();
        Array made = net.apply(algebra, AT, Expr.of(algebra, latent)).raw();
        assertThat(made.shape()).isEqualTo(captioned.prepend(BATCH));
        int[] seen = new int[3];
        for (int i = 0; i < BATCH; i++) {
            int label = prior.read(row(latent, i, 5));
            float[] example = row(made, i, captioned.size());
            assertThat(caption.read(example, captioned)).isEqualTo(label);
            // Not only brightest there, but the very values that the data have.
            double[] written = caption.of(label, captioned);
            for (int k = 0; k < written.length; k++) {
                assertThat((double) example[PICTURE.size() + k]).isEqualTo(written[k]);
            }
            seen[label]++;
        }
        assertThat(Arrays.stream(seen)).allMatch(count -> count > 0);
    }

    @Test
    void the_picture_is_the_inner_generator_s_from_z_and_class() {
        RealAlgebra algebra = new RealAlgebra();
        Array made = net.apply(algebra, AT, Expr.of(algebra, latent())).raw();
        Map<String, Array> weights = new TreeMap<>();
        // The inner net's weights lie below the place of the one layer.
        algebra.parameters()
                .forEach((name, value) -> weights.put(name.replace("generator.captioning1.", "generator."), value));
        RealAlgebra alone = new RealAlgebra(weights, false, 0);
        Array picture = inner.net(prior.shape(), PICTURE)
                .apply(alone, AT, Expr.of(alone, latent()))
                .raw();
        assertThat(alone.parameters()).isEqualTo(new TreeMap<>(weights));
        assertThat(net.separatesExamples()).isTrue();
        for (int i = 0; i < BATCH; i++) {
            assertThat(Arrays.copyOf(row(made, i, captioned.size()), PICTURE.size()))
                    .isEqualTo(row(picture, i, PICTURE.size()));
        }
    }

    @Test
    void no_weight_and_no_z_changes_the_caption() {
        RealAlgebra numbers = new RealAlgebra();
        Array latent = latent();
        net.apply(numbers, AT, Expr.of(numbers, latent));
        Map<String, Array> directions = new TreeMap<>();
        numbers.parameters().forEach((name, value) -> directions.put(name, Array.filled(value.shape(), 1)));
        double[] alongZ = new double[latent.values().length];
        for (int i = 0; i < alongZ.length; i++) {
            alongZ[i] = i % 5 < 2 ? 1 : 0;
        }
        DualAlgebra<Array> dual = new DualAlgebra<>(numbers, directions);
        Array slope = net.apply(dual, AT, Expr.of(dual, new Dual<>(latent, new Array(latent.shape(), alongZ))))
                .raw()
                .slope();
        for (int i = 0; i < BATCH; i++) {
            float[] slopes = row(slope, i, captioned.size());
            assertThat(Arrays.copyOfRange(slopes, PICTURE.size(), slopes.length))
                    .containsOnly(0);
            for (int k = 0; k < PICTURE.size(); k++) {
                assertThat(slopes[k]).isNotZero();
            }
        }
    }

    @Test
    void a_latent_draw_without_room_for_the_class_is_refused() {
        assertThatThrownBy(() -> new CaptionedGenerator(inner, 3).net(Shape.of(3), captioned))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the prior gives [3], so use the prior 'captioned'");
    }
}
