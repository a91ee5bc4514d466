package org.gan4j.api.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.plain.Array;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Uniform;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.activation.Relu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetSpecTest {
    private static final Scope D = new Scope("d");

    private final RealAlgebra algebra = new RealAlgebra();

    private static Dense dense(int units, double weight) {
        return new Dense(units, new Constant(weight), new Constant(0));
    }

    private Expr<Array> row(double... values) {
        return Expr.of(algebra, new Array(Shape.of(1, values.length), values));
    }

    @Test
    void an_activation_in_between_renames_no_weights() {
        NetSpec.of(List.of(dense(2, 1), dense(1, 1))).apply(algebra, D, row(1));
        RealAlgebra another = new RealAlgebra();
        NetSpec.of(List.of(dense(2, 1), new Relu(), dense(1, 1)))
                .apply(another, D, Expr.of(another, new Array(Shape.of(1, 1), new double[] {1})));
        assertThat(another.parameters()).isEqualTo(algebra.parameters()).containsKey("d.dense2.weights");
    }

    @Test
    void weights_and_first_values_follow_from_the_kind_of_a_layer_and_not_from_its_class() {
        record Renamed(String kind, Layer layer) implements Layer {
            @Override
            public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
                return layer.apply(net, at, x);
            }
        }
        Dense drawn = new Dense(2, new Uniform(1), new Constant(0));
        double[] expected = NetSpec.of(List.of(drawn, drawn))
                .apply(algebra, D, row(1))
                .raw()
                .values();
        for (Layer second : List.of(new Renamed("dense", drawn), new Renamed("other", drawn))) {
            RealAlgebra another = new RealAlgebra();
            double[] values = NetSpec.of(List.of(new Renamed("dense", drawn), second))
                    .apply(another, D, Expr.of(another, new Array(Shape.of(1, 1), new double[] {1})))
                    .raw()
                    .values();
            boolean sameKinds = second.kind().equals("dense");
            // Layers of one kind share its counter, whatever their classes are.
            assertThat(another.parameters().containsKey("d.dense2.weights")).isEqualTo(sameKinds);
            assertThat(another.parameters().containsKey("d.other1.weights")).isEqualTo(!sameKinds);
            assertThat(Arrays.equals(values, expected)).isEqualTo(sameKinds);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Dense", "a.b", "two words", "conv2"})
    void a_kind_that_could_be_mistaken_for_another_place_is_refused(String name) {
        record Odd(String kind) implements Layer {
            @Override
            public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
                return x;
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetSpec.of(List.of(new Odd(name))).apply(algebra, D, row(1)))
                .withMessageContaining("calls its kind \"" + name + "\"");
    }

    @Test
    void a_head_branches_off_the_input_of_the_last_layer() {
        // x = 3 → dense of weight 2 → 6; the main output doubles it twice over two units, the head takes it ten times.
        NetSpec net = new NetSpec(
                List.of(dense(1, 2), dense(1, 2)), Map.of("class", NetSpec.Branch.ofFeatures(dense(2, 10))));
        assertThat(net.apply(algebra, D, row(3)).raw().values()).containsExactly(12);
        assertThat(net.apply(algebra, D, row(3), "class").raw().values()).containsExactly(60, 60);
        assertThat(algebra.parameters()).containsKeys("d.dense1.weights", "d.dense2.weights", "d.class.dense1.weights");
    }

    @Test
    void a_head_of_the_input_is_a_net_beside_the_main_one() {
        NetSpec net = NetSpec.of(List.of(dense(1, 2), dense(1, 2)))
                .with("beside", new NetSpec.Branch(NetSpec.Branch.From.INPUT, List.of(dense(1, 7))));
        assertThat(net.apply(algebra, D, row(3)).raw().values()).containsExactly(12);
        assertThat(net.apply(algebra, D, row(3), "beside").raw().values()).containsExactly(21);
    }

    @Test
    void a_head_has_one_meaning() {
        NetSpec net = NetSpec.of(List.of(dense(1, 2))).with("class", NetSpec.Branch.ofFeatures(dense(2, 10)));
        assertThat(net.with("class", NetSpec.Branch.ofFeatures(dense(2, 10)))).isEqualTo(net);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> net.with("class", NetSpec.Branch.ofFeatures(dense(3, 10))))
                .withMessageContaining("the head \"class\" is wanted as")
                .withMessageContaining("give one of them another name");
    }

    @Test
    void who_listens_hears_what_each_layer_is_given_and_where() {
        // x = -3 → times 2 → -6 → rectified → 0.
        List<String> heard = new ArrayList<>();
        NetSpec.of(List.of(dense(1, 2), new Relu(), dense(1, 5)))
                .apply(
                        algebra,
                        D,
                        row(-3),
                        (place, given) -> heard.add(place + " " + given.raw().values()[0]));
        assertThat(heard).containsExactly("d.dense1 -3.0", "d.relu1 -6.0", "d.dense2 0.0");
    }

    @Test
    void a_head_that_is_not_there_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetSpec.of(List.of(dense(1, 1))).apply(algebra, D, row(1), "class"))
                .withMessageContaining("no head \"class\"");
    }

    @Test
    void examples_are_separate_if_they_are_in_every_layer() {
        record Mixing() implements Layer {
            @Override
            public String kind() {
                return "mixing";
            }

            @Override
            public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
                return x.minus(x.mean(0));
            }

            @Override
            public boolean separatesExamples() {
                return false;
            }
        }
        assertThat(NetSpec.of(List.of(dense(1, 1))).separatesExamples()).isTrue();
        assertThat(NetSpec.of(List.of(new Mixing())).separatesExamples()).isFalse();
        assertThat(new NetSpec(List.of(dense(1, 1)), Map.of("h", NetSpec.Branch.ofFeatures(new Mixing())))
                        .separatesExamples())
                .isFalse();
    }

    @Test
    void a_net_without_layers_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> NetSpec.of(List.of()));
    }

    @Test
    void each_net_has_its_features_as_the_input_of_its_last_layer() {
        NetSpec net = NetSpec.of(List.of(dense(2, 3), new Relu(), dense(1, 1)));
        // Both units give 3·5 = 15, and the last layer adds them up.
        assertThat(net.apply(algebra, D, row(5), NetSpec.FEATURES).raw())
                .isEqualTo(row(15, 15).raw());
        assertThat(net.apply(algebra, D, row(5)).raw()).isEqualTo(row(30).raw());
    }

    @Test
    void no_head_can_be_named_like_the_features() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetSpec(List.of(dense(1, 1)), Map.of("features", NetSpec.Branch.ofFeatures())))
                .withMessage("no head can be named \"features\": each net has it, as the input of its last layer");
    }
}
