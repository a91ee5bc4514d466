package org.gan4j.standard.layer.normalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.laws.LayerLaws;
import org.gan4j.api.net.Layer;
import org.gan4j.plain.Array;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.Maxout;
import org.gan4j.standard.layer.Sequence;
import org.gan4j.standard.layer.activation.Relu;
import org.gan4j.standard.layer.convolution.Convolution;
import org.gan4j.standard.layer.convolution.Deconvolution;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class NormalizationTest {
    private static final Scope AT = new Scope("d.norm1");
    private static final Normal RANDOM = new Normal(1);
    private static final BatchNorm BATCH_NORM = new BatchNorm(0.9, 1e-5);

    private static double[] apply(Layer layer, RealAlgebra algebra, Array x) {
        return layer.apply(algebra, AT, Expr.of(algebra, x)).raw().values();
    }

    private static RealAlgebra training(Map<String, Array> values) {
        return new RealAlgebra(values, true, 1);
    }

    private static Array matrix(int columns, double... values) {
        return new Array(Shape.of(values.length / columns, columns), values);
    }

    @TestFactory
    Stream<DynamicContainer> vectors_keep_the_laws() {
        return Stream.of(
                        BATCH_NORM,
                        new LayerNorm(1e-5),
                        new MinibatchDeviation(),
                        new Sequence(List.of(BATCH_NORM, new Relu(), new Dense(2, RANDOM, RANDOM))),
                        new SpectralNorm(new Dense(3, RANDOM, RANDOM)),
                        new SpectralNorm(new Maxout(2, 3, RANDOM)),
                        new SpectralNorm(new Sequence(List.of(BATCH_NORM, new Dense(2, RANDOM, RANDOM)))))
                .map(layer -> laws(layer, Shape.of(4)));
    }

    @TestFactory
    Stream<DynamicContainer> images_keep_the_laws() {
        return Stream.of(
                        BATCH_NORM,
                        new LayerNorm(1e-5),
                        new InstanceNorm(1e-5),
                        new MinibatchDeviation(),
                        new SpectralNorm(new Convolution(3, 2, 1, 0, RANDOM, RANDOM)),
                        new SpectralNorm(new Deconvolution(3, 2, 1, 0, false, RANDOM, RANDOM)))
                .map(layer -> laws(layer, Shape.of(3, 3, 2)));
    }

    private static DynamicContainer laws(Layer layer, Shape example) {
        return DynamicContainer.dynamicContainer(layer.toString(), LawTests.of(LayerLaws.of(layer, example)));
    }

    @Test
    void batch_norm_uses_the_batch_while_training_and_moves_its_averages() {
        RealAlgebra algebra = training(Map.of());
        double[] y = apply(BATCH_NORM, algebra, matrix(2, 1, 10, 3, 10));
        // Means 2 and 10, variances 1 and 0.
        double one = 1 / Math.sqrt(1 + 1e-5);
        assertThat(y).containsExactly(new double[] {-one, 0, one, 0}, within(1e-12));
        // 0.9·0 + 0.1·2 and 0.9·0 + 0.1·10; 0.9·1 + 0.1·1 and 0.9·1 + 0.1·0.
        assertThat(algebra.states().kept().get("d.norm1.mean").values())
                .containsExactly(new double[] {0.2, 1}, within(1e-12));
        assertThat(algebra.states().kept().get("d.norm1.variance").values())
                .containsExactly(new double[] {1, 0.9}, within(1e-12));
    }

    @Test
    void each_use_of_batch_norm_has_the_statistics_of_its_own_batch_and_moves_the_averages_further() {
        RealAlgebra algebra = training(Map.of());
        apply(BATCH_NORM, algebra, matrix(1, 1, 3));
        double[] second = apply(BATCH_NORM, algebra, matrix(1, 100, 102));
        double one = 1 / Math.sqrt(1 + 1e-5);
        assertThat(second).containsExactly(new double[] {-one, one}, within(1e-9));
        // 0.9·(0.1·2) + 0.1·101
        assertThat(algebra.states().kept().get("d.norm1.mean").values())
                .containsExactly(new double[] {10.28}, within(1e-12));
    }

    @Test
    void batch_norm_uses_its_averages_after_training() {
        Map<String, Array> values = Map.of(
                "d.norm1.mean", Array.of(2, 10),
                "d.norm1.variance", Array.of(4, 1),
                "d.norm1.scale", Array.of(3, 1),
                "d.norm1.shift", Array.of(0, 5));
        RealAlgebra algebra = new RealAlgebra(values, false, 1);
        // 3·(4 - 2)/2 and (12 - 10)/1 + 5, for an epsilon that rounds away.
        assertThat(apply(new BatchNorm(0.9, 1e-12), algebra, matrix(2, 4, 12)))
                .containsExactly(new double[] {3, 7}, within(1e-9));
        assertThat(algebra.states().kept()).isEmpty();
    }

    @Test
    void batch_norm_of_images_has_one_mean_a_channel() {
        RealAlgebra algebra = training(Map.of());
        apply(BATCH_NORM, algebra, new Array(Shape.of(2, 1, 2, 1), new double[] {1, 2, 3, 6}));
        // Mean 3, variance (4 + 1 + 0 + 9)/4 = 3.5.
        assertThat(algebra.states().kept().get("d.norm1.mean").values())
                .containsExactly(new double[] {0.3}, within(1e-12));
        assertThat(algebra.states().kept().get("d.norm1.variance").values())
                .containsExactly(new double[] {1.25}, within(1e-12));
    }

    @Test
    void layer_norm_has_one_mean_an_example_and_instance_norm_one_a_channel_of_it() {
        Array image = new Array(Shape.of(1, 1, 2, 2), new double[] {1, 10, 3, 14});
        // Mean 7, squared distances 36, 9, 16 and 49, variance 27.5.
        double[] whole = apply(new LayerNorm(1e-12), new RealAlgebra(), image);
        assertThat(whole[0]).isCloseTo(-6 / Math.sqrt(27.5), within(1e-9));
        assertThat(whole[3]).isCloseTo(7 / Math.sqrt(27.5), within(1e-9));
        assertThat(apply(new InstanceNorm(1e-12), new RealAlgebra(), image))
                .containsExactly(new double[] {-1, -1, 1, 1}, within(1e-9));
    }

    @Test
    void minibatch_deviation_is_the_mean_of_the_deviations_over_the_batch() {
        // Deviations √(1 + 1e-8) and √1e-8, mean 0.50005.
        assertThat(apply(new MinibatchDeviation(), new RealAlgebra(), matrix(2, 1, 5, 3, 5)))
                .containsExactly(new double[] {1, 5, 0.50005, 3, 5, 0.50005}, within(1e-8));
    }

    private static final SpectralNorm DENSE = new SpectralNorm(new Dense(2, RANDOM, new Constant(0)));
    private static final Map<String, Array> STRETCH = Map.of("d.norm1.weights", matrix(2, 3, 0, 0, 1));

    @Test
    void spectral_norm_makes_one_iteration_an_update_however_often_it_is_used() {
        Map<String, Array> values = new TreeMap<>(STRETCH);
        values.put("d.norm1.weights.direction", Array.of(1, 1));
        RealAlgebra algebra = training(values);
        // v = (3, 1)/√10, Wᵀ·v = (9, 1)/√10, so σ = √8.2 and the next u is (9, 1)/√82.
        for (int use = 0; use < 2; use++) {
            assertThat(apply(DENSE, algebra, matrix(2, 1, 1)))
                    .containsExactly(new double[] {3 / Math.sqrt(8.2), 1 / Math.sqrt(8.2)}, within(1e-9));
            assertThat(algebra.states().kept().get("d.norm1.weights.direction").values())
                    .containsExactly(new double[] {9 / Math.sqrt(82), 1 / Math.sqrt(82)}, within(1e-9));
        }
    }

    @Test
    void spectral_norm_arrives_at_the_largest_singular_value() {
        Map<String, Array> values = new TreeMap<>(STRETCH);
        for (int update = 0; update < 30; update++) {
            RealAlgebra algebra = training(values);
            apply(DENSE, algebra, matrix(2, 1, 1));
            values.putAll(algebra.states().kept());
        }
        // The singular values are 3 and 1.
        assertThat(apply(DENSE, new RealAlgebra(values, false, 1), matrix(2, 1, 1)))
                .containsExactly(new double[] {1, 1 / 3.0}, within(1e-9));
    }

    @Test
    void what_does_not_fit_is_refused_with_its_place() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> apply(BATCH_NORM, new RealAlgebra(), Array.of(1, 2)))
                .withMessageContaining("d.norm1 expects vectors [batch×width]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> apply(new InstanceNorm(1e-5), new RealAlgebra(), matrix(2, 1, 2)))
                .withMessageContaining("d.norm1 expects images");
    }
}
