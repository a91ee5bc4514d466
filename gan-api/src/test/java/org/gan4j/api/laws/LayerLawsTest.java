package org.gan4j.api.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gan4j.api.Law;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.standard.initializer.Constant;
import org.junit.jupiter.api.Test;

/** Layers that are wrong on purpose: the law that each breaks is the one that fails. */
class LayerLawsTest {
    private static List<String> broken(Layer layer) {
        return LayerLaws.of(layer, Shape.of(4)).stream()
                .filter(law -> !law.passed())
                .map(Law::law)
                .toList();
    }

    @Test
    void a_layer_that_mixes_examples_and_denies_it() {
        record Centred() implements Layer {
            @Override
            public String kind() {
                return "centred";
            }

            @Override
            public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
                return x.minus(x.mean(0));
            }
        }
        assertThat(broken(new Centred()))
                .containsExactly(
                        "each example's result is independent of the others",
                        "each example's result is independent of the others while training");
    }

    @Test
    void a_layer_that_loses_the_batch() {
        record Summed() implements Layer {
            @Override
            public String kind() {
                return "summed";
            }

            @Override
            public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
                return x.sum(0);
            }

            @Override
            public boolean separatesExamples() {
                return false;
            }
        }
        assertThat(broken(new Summed())).containsExactly("the shapes alone give the shape of the numbers");
    }

    /** What a layer stops on purpose is held, so that states such as a power iteration's vector can be stopped. */
    @Test
    void a_layer_that_stops_a_gradient_breaks_no_law() {
        record Stopped() implements Layer {
            @Override
            public String kind() {
                return "stopped";
            }

            @Override
            public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
                return x.times(x.stopGradient());
            }
        }
        assertThat(broken(new Stopped())).isEmpty();
    }

    @Test
    void a_layer_whose_slope_is_a_comparison() {
        record Steps() implements Layer {
            @Override
            public String kind() {
                return "steps";
            }

            @Override
            public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
                return x.greater(0);
            }
        }
        assertThat(broken(new Steps()))
                .containsExactly(
                        "the derivative of the slope by x is that of the slope's values; failed: a scalar has no"
                                + " gradient with respect to what it does not depend on differentiably");
    }

    @Test
    void a_layer_with_weights_of_another() {
        record Thief() implements Layer {
            @Override
            public String kind() {
                return "thief";
            }

            @Override
            public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
                return x.plus(x.with(net.parameter(new Scope("elsewhere"), Shape.of(4), new Constant(0))));
            }
        }
        assertThat(broken(new Thief())).containsExactly("applied again it has the same weights, under its own scope");
    }
}
