package org.gan4j.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.plain.Array;
import org.gan4j.standard.layer.Dropout;
import org.gan4j.tensorflow.host.Feeds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

@Tag("tensorflow")
class StreamTest {
    private static final int MANY = 100_000;

    private final Bench bench = Bench.onCpu();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void draws_are_philox_of_the_key_the_number_and_the_part() {
        long number = 5;
        int part = 3;
        double[] drawn = bench.fetch(stream("golden", number).uniform(part, bench.nodes.ints(8)))
                .values();
        // Two blocks of four words; the part stands in the top 16 bits of the counter's lower half, the number in its
        // upper half.
        for (int i = 0; i < drawn.length; i++) {
            int[] block = Philox.block(bench.streams.key("golden"), ((long) part << 48) + i / 4, number);
            assertThat(drawn[i]).isEqualTo(Philox.uniform(block[i % 4]));
        }
    }

    @Test
    void philox_of_nothing_is_as_published() {
        // Random123's known-answer file, philox4x32 10 rounds, counter and key 0.
        assertThat(Philox.block(0, 0, 0)).containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
    }

    @Test
    void uniform_draws_have_mean_one_half_and_variance_one_twelfth() {
        double[] drawn = many(stream("u", 0).uniform(0, bench.nodes.ints(MANY)));
        // Five standard errors: of the mean sqrt(1/12 / n) = 0.0009, of the variance sqrt(1/180 / n) = 0.00024.
        assertThat(mean(drawn)).isCloseTo(0.5, within(0.0046));
        assertThat(variance(drawn)).isCloseTo(1.0 / 12, within(0.0012));
        assertThat(Arrays.stream(drawn)).allMatch(value -> value >= 0 && value < 1);
    }

    @Test
    void normal_draws_have_mean_0_and_variance_1() {
        double[] drawn = many(stream("n", 0).normal(0, bench.nodes.ints(MANY)));
        // Five standard errors: of the mean sqrt(1/n) = 0.0032, of the variance sqrt(2/n) = 0.0045.
        assertThat(mean(drawn)).isCloseTo(0, within(0.016));
        assertThat(variance(drawn)).isCloseTo(1, within(0.023));
    }

    @Test
    void the_same_stream_number_and_part_give_the_same_draws() {
        assertThat(many(stream("a", 1).uniform(2, bench.nodes.ints(MANY))))
                .containsExactly(many(stream("a", 1).uniform(2, bench.nodes.ints(MANY))));
    }

    @Test
    void streams_numbers_and_parts_are_independent_of_each_other() {
        double[] one = many(stream("a", 1).uniform(0, bench.nodes.ints(MANY)));
        for (Operand<TFloat32> other : List.of(
                stream("b", 1).uniform(0, bench.nodes.ints(MANY)),
                stream("a", 2).uniform(0, bench.nodes.ints(MANY)),
                stream("a", 1).uniform(1, bench.nodes.ints(MANY)),
                stream("a", -1).uniform(0, bench.nodes.ints(MANY)))) {
            // The correlation of independent draws is normal with deviation sqrt(1/n) = 0.0032; five of them.
            assertThat(correlation(one, many(other))).isCloseTo(0, within(0.016));
        }
    }

    @Test
    void another_seed_gives_other_streams() {
        assertThat(new Streams(bench.nodes, 2).key("a")).isNotEqualTo(new Streams(bench.nodes, 1).key("a"));
    }

    @Test
    void a_permutation_holds_every_number_once_and_differs_from_the_next() {
        int[] first = bench.session().ints(Feeds.none(), stream("order", 0).permutation(1000));
        int[] second = bench.session().ints(Feeds.none(), stream("order", 1).permutation(1000));
        assertThat(first).containsExactlyInAnyOrder(IntStream.range(0, 1000).toArray());
        assertThat(second).containsExactlyInAnyOrder(first);
        // A random permutation keeps one of its places on average, with deviation one.
        long kept = IntStream.range(0, 1000).filter(i -> first[i] == second[i]).count();
        assertThat(kept).isLessThan(8);
    }

    @Test
    void integers_cover_their_range_evenly() {
        int[] drawn = bench.session().ints(Feeds.none(), stream("rows", 0).integers(Shape.of(MANY), 10));
        // Each of ten values comes n/10 times with deviation sqrt(n · 0.1 · 0.9) = 95; five of them.
        for (int value = 0; value < 10; value++) {
            int wanted = value;
            assertThat((double)
                            Arrays.stream(drawn).filter(got -> got == wanted).count())
                    .isCloseTo(MANY / 10.0, within(475.0));
        }
    }

    @Test
    void dropout_keeps_the_mean_and_drops_the_right_share() {
        double[] dropped = dropout(bench.training(), "d.dropout1");
        // y is 1 / 0.8 with probability 0.8, else 0: mean 1 with standard error 0.5 / sqrt(n) = 0.0016; five of them.
        assertThat(mean(dropped)).isCloseTo(1, within(0.008));
        assertThat(dropped).containsOnly(0, 1.25);
    }

    @Test
    void dropout_masks_differ_between_places_and_between_uses_of_one_place() {
        GraphAlgebra net = bench.training();
        double[] first = dropout(net, "d.dropout1");
        assertThat(correlation(first, dropout(net, "d.dropout2"))).isCloseTo(0, within(0.016));
        assertThat(correlation(first, dropout(net, "d.dropout1"))).isCloseTo(0, within(0.016));
        assertThat(dropout(bench.training(), "d.dropout1")).containsExactly(first);
    }

    private double[] dropout(GraphAlgebra net, String at) {
        Expr<Operand<TFloat32>> ones = net.expr(bench.nodes.fill(Shape.of(MANY), 1));
        return many(new Dropout(0.8).apply(net, new Scope(at), ones).raw());
    }

    private Stream stream(String name, long number) {
        return bench.streams.of(name, bench.nodes.constant(number));
    }

    private double[] many(Operand<TFloat32> drawn) {
        Array values = bench.fetch(drawn);
        assertThat(values.shape()).isEqualTo(Shape.of(MANY));
        return values.values();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / values.length;
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double sum = IntStream.range(0, a.length)
                .mapToDouble(i -> (a[i] - meanA) * (b[i] - meanB))
                .sum();
        return sum / a.length / Math.sqrt(variance(a) * variance(b));
    }
}
