package org.gan4j.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.problem.Problems;
import org.gan4j.api.train.Player;
import org.gan4j.binding.Setting;
import org.gan4j.plain.Array;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every loss on the class path, with its default parameters and other choices, is the same sub-graph as it is exact computation. */
@Tag("tensorflow")
class LossParityTest {
    private static final int BATCH = 9;

    record Objective(Loss loss, Player player) implements Function {
        @Override
        public <T> Expr<T> apply(NetAlgebra<T> net, List<Expr<T>> logits) {
            Scores<T> scores = new Scores<>(logits.get(0), logits.get(1));
            return player == Player.DISCRIMINATOR ? loss.discriminator(scores) : loss.generator(scores);
        }
    }

    /** As a generator's gradient needs it: with the generated side alone moving. */
    record OfGenerated(Loss loss, Array real) implements Function {
        @Override
        public <T> Expr<T> apply(NetAlgebra<T> net, List<Expr<T>> logits) {
            Expr<T> fake = logits.get(0);
            return loss.generator(new Scores<>(fake.with(net.constant(real.shape(), real.values())), fake));
        }
    }

    private static final Extensions EXTENSIONS = Extensions.onClassPath();

    static Stream<Loss> losses() {
        return Stream.concat(
                EXTENSIONS.contributions(Loss.POINT.id()).stream().map(found -> loss(found.name(), Map.of())),
                Stream.of(
                                choices(
                                        "f-divergence",
                                        "divergence",
                                        "reverse-kl",
                                        "pearson",
                                        "neyman",
                                        "squared-hellinger"),
                                choices(
                                        "f-divergence",
                                        "divergence",
                                        "jensen-shannon",
                                        "gan",
                                        "total-variation",
                                        "jeffrey"),
                                choices("f-divergence", "divergence", "alpha"),
                                choices("relativistic-average", "of", "least-squares", "hinge"),
                                Stream.of(loss("least-squares", Map.of("a", "-1", "c", "0"))))
                        .flatMap(losses -> losses));
    }

    private static Stream<Loss> choices(String name, String parameter, String... values) {
        return Stream.of(values).map(value -> loss(name, Map.of(parameter, value)));
    }

    private static Loss loss(String name, Map<String, String> parameters) {
        Map<String, Setting> fields = new HashMap<>(Map.of("name", new Setting.Text(name, "test")));
        parameters.forEach((key, value) -> fields.put(key, new Setting.Text(value, "test")));
        return EXTENSIONS
                .part(Loss.POINT, "loss", new Setting.Fields(fields, "test"), new Problems())
                .orElseThrow()
                .value();
    }

    @Test
    void there_are_losses_to_compare() {
        assertThat(losses()).hasSizeGreaterThanOrEqualTo(27);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void values_and_slopes_within_the_domain(Loss loss) {
        for (double scale : new double[] {1, Math.min(30, loss.domain()), loss.domain()}) {
            Array real = logits(scale, 1);
            Array fake = logits(scale, 2);
            Parity.onCpu().check(new Objective(loss, Player.DISCRIMINATOR), real, fake);
            Parity.onCpu().check(new OfGenerated(loss, real), fake);
        }
    }

    /** Within ±scale, both ends and exact zero among them. */
    private static Array logits(double scale, long seed) {
        Random random = new Random(seed);
        double[] values = new double[BATCH];
        for (int i = 0; i < BATCH; i++) {
            values[i] = (float) (scale * (2 * random.nextDouble() - 1));
        }
        values[0] = scale;
        values[1] = 0;
        values[2] = -scale;
        return Array.of(values);
    }
}
