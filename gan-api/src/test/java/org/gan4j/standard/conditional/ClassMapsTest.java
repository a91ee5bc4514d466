package org.gan4j.standard.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.laws.LayerLaws;
import org.gan4j.api.net.NetSpec;
import org.gan4j.plain.Array;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.net.MlpDiscriminator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ClassMapsTest {
    private static final Caption CAPTION = new Caption(2);
    private final RealAlgebra algebra = new RealAlgebra();

    /** One picture of 1×5 pixels, 1 2 3 4 5, with the caption of a class. */
    private static Array captioned(int label) {
        Shape shape = CAPTION.under(Shape.of(1, 5));
        double[] values = new double[shape.size()];
        for (int i = 0; i < 5; i++) {
            values[i] = i + 1;
        }
        double[] caption = CAPTION.of(label, shape);
        System.arraycopy(caption, 0, values, 5, caption.length);
        return new Array(shape.prepend(1), values);
    }

    @Test
    void the_class_stands_at_each_place_and_the_caption_is_gone() {
        ClassChannels channels = new ClassChannels(CAPTION, Shape.of(1, 5));
        Array seen = channels.apply(algebra, new Scope("d"), Expr.of(algebra, captioned(1)))
                .raw();
        // At each place the pixel, then 0 for class 0 and 1 for class 1.
        assertThat(seen.shape()).isEqualTo(Shape.of(1, 1, 5, 3));
        assertThat(seen.values()).containsExactly(1, 0, 1, 2, 0, 1, 3, 0, 1, 4, 0, 1, 5, 0, 1);
        assertThat(channels.output()).isEqualTo(Shape.of(1, 5, 3));
    }

    @TestFactory
    Stream<DynamicTest> colours_keep_the_laws() {
        Shape picture = Shape.of(2, 4, 3);
        return LawTests.of(LayerLaws.of(new ClassChannels(CAPTION, picture), CAPTION.under(picture)));
    }

    @Test
    void the_inner_discriminator_judges_the_picture_with_its_channels() {
        MlpDiscriminator inner = MlpDiscriminator.of(4).withFirstValues(new Normal(1));
        NetSpec net = new ClassMaps(inner, 2).net(CAPTION.under(Shape.of(1, 5)));
        assertThat(net.layers().subList(1, net.layers().size()))
                .isEqualTo(inner.net(Shape.of(1, 5, 3)).layers());
        assertThat(logit(net, 0)).isNotEqualTo(logit(net, 1));
    }

    private double logit(NetSpec net, int label) {
        return net.apply(algebra, new Scope("d"), Expr.of(algebra, captioned(label)))
                .raw()
                .single();
    }
}
