package org.gan4j.standard.net.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gan4j.api.Discriminator;
import org.gan4j.api.Law;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.laws.LayerLaws;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.plain.Array;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.Reshape;
import org.gan4j.standard.net.LayersDiscriminator;
import org.junit.jupiter.api.Test;

class PackedDiscriminatorTest {
    private static final Layer SUM = new Dense(1, new Constant(1), new Constant(0));
    /** The sum of all numbers that it sees. */
    private static final Discriminator ADDING = new LayersDiscriminator(List.of(SUM));

    private static double[] logits(NetSpec net, boolean training, Shape batch, double... values) {
        RealAlgebra numbers = new RealAlgebra(Map.of(), training, 1);
        return net.apply(numbers, new Scope("discriminator"), Expr.of(numbers, new Array(batch, values)))
                .raw()
                .values();
    }

    @Test
    void each_example_begins_a_pack_while_training() {
        NetSpec net = new PackedDiscriminator(2, ADDING).net(Shape.of(1));
        // 1 + 2, 2 + 4, 4 + 8, and 8 + 1 from the beginning again.
        assertThat(logits(net, true, Shape.of(4, 1), 1, 2, 4, 8)).containsExactly(3, 6, 12, 9);
    }

    @Test
    void a_single_example_is_judged_as_a_pack_of_copies() {
        NetSpec net = new PackedDiscriminator(2, ADDING).net(Shape.of(1));
        assertThat(logits(net, false, Shape.of(3, 1), 1, 2, 3)).containsExactly(2, 4, 6);
    }

    @Test
    void pictures_of_a_pack_lie_on_each_other_as_channels() {
        // Weights 1, 10, 100, 1000 read the channels off: first example a, b; second example c, d.
        Discriminator reading = new LayersDiscriminator(List.of(new Reshape(List.of(4)), new Powers()));
        NetSpec net = new PackedDiscriminator(2, reading).net(Shape.of(1, 1, 2));
        assertThat(logits(net, true, Shape.of(2, 1, 1, 2), 1, 2, 3, 4)).containsExactly(4321, 2143);
    }

    @Test
    void a_pack_of_one_is_the_discriminator_alone() {
        assertThat(new PackedDiscriminator(1, ADDING).net(Shape.of(3))).isEqualTo(ADDING.net(Shape.of(3)));
    }

    @Test
    void its_packing_keeps_the_laws_of_layers() {
        assertThat(LayerLaws.of(new Packing(2), Shape.of(2, 3))).allMatch(Law::passed);
    }

    /** x·(1, 10, 100, …). */
    private record Powers() implements Layer {
        @Override
        public String kind() {
            return "powers";
        }

        @Override
        public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
            return x.with(net.matMul(x.raw(), net.constant(Shape.of(4, 1), new double[] {1, 10, 100, 1000})));
        }
    }
}
