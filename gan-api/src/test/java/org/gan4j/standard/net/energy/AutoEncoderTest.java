package org.gan4j.standard.net.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gan4j.api.Discriminator;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.laws.LayerLaws;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.plain.Array;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.plain.shape.ShapeAlgebra;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Glorot;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.activation.Identity;
import org.gan4j.standard.layer.activation.Tanh;
import org.gan4j.standard.net.SpectralDiscriminator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AutoEncoderTest {
    private static final Scope AT = new Scope("discriminator");

    @TestFactory
    Stream<DynamicTest> the_energy_keeps_the_laws_of_layers() {
        List<Layer> layers = List.of(new Dense(4, new Normal(1), new Normal(1)));
        return Stream.of(1, 2)
                .flatMap(power -> LawTests.of(LayerLaws.of(new Reconstruction(layers, power), Shape.of(4))));
    }

    @Test
    void the_logit_is_minus_the_mean_error_of_a_value() {
        RealAlgebra algebra = new RealAlgebra();
        Array x = new Array(Shape.of(2, 2), new double[] {3, 1, 1, 1});
        // With weights of 0 everything is reconstructed as 0: (9 + 1)/2 and (1 + 1)/2, or (3 + 1)/2 and 1.
        for (int power = 1; power <= 2; power++) {
            AutoEncoder net = new AutoEncoder(List.of(3), 2, new Tanh(), power, new Constant(0));
            double[] logits = net.net(Shape.of(2))
                    .apply(algebra, new Scope("power" + power), Expr.of(algebra, x))
                    .raw()
                    .values();
            assertThat(logits).containsExactly(new double[] {power == 1 ? -2 : -5, -1}, within(1e-12));
        }
    }

    @Test
    void the_head_code_has_the_weights_of_the_encoder() {
        // All weights are 1/2, so each layer gives half the sum of its inputs: x = (2, 4) becomes (3, 3), and again (3,
        // 3).
        AutoEncoder net = new AutoEncoder(List.of(2), 2, new Identity(), 2, new Constant(0.5));
        NetSpec spec = net.net(Shape.of(2));
        RealAlgebra algebra = new RealAlgebra();
        Expr<Array> x = Expr.of(algebra, new Array(Shape.of(1, 2), new double[] {2, 4}));
        spec.apply(algebra, AT, x);
        Set<String> weights = Set.copyOf(algebra.parameters().keySet());

        assertThat(spec.apply(algebra, AT, x, "code").raw().values()).containsExactly(3, 3);
        assertThat(algebra.parameters().keySet()).isEqualTo(weights);
    }

    @Test
    void the_head_code_is_normalised_with_the_encoder() {
        Discriminator normalised =
                new SpectralDiscriminator(new AutoEncoder(List.of(), 2, new Identity(), 2, new Constant(0.5)));
        NetSpec spec = normalised.net(Shape.of(2));
        RealAlgebra algebra = new RealAlgebra();
        Expr<Array> x = Expr.of(algebra, new Array(Shape.of(1, 2), new double[] {2, 4}));

        // The matrix of halves stretches (1, 1) by 1, so its largest singular value is 1 and the code (3, 3) stays.
        assertThat(spec.apply(algebra, AT, x, "code").raw().values())
                .containsExactly(new double[] {3, 3}, within(1e-9));
        spec.apply(algebra, AT, x);
        assertThat(algebra.parameters()).hasSize(4);
    }

    @Test
    void images_are_taken_apart_into_values() {
        ShapeAlgebra shapes = new ShapeAlgebra();
        AutoEncoder net = new AutoEncoder(List.of(8), 3, new Tanh(), 2, new Glorot());
        Shape logits = net.net(Shape.of(4, 4, 1))
                .apply(shapes, AT, Expr.of(shapes, Shape.of(4, 4, 1).batched()))
                .raw();
        assertThat(logits).isEqualTo(Shape.of(1).batched());
        // 16·8 + 8, 8·3 + 3, 3·8 + 8, 8·16 + 16
        assertThat(shapes.parameterCount()).isEqualTo(136 + 27 + 32 + 144);
    }
}
