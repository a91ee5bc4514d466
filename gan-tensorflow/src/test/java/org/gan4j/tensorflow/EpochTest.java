package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Player;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Glorot;
import org.gan4j.standard.initializer.Marginals;
import org.gan4j.standard.layer.activation.Sigmoid;
import org.gan4j.standard.net.MlpGenerator;
import org.gan4j.standard.schedule.Algorithm1;
import org.gan4j.standard.schedule.InterruptedAlgorithm1;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Epochs over a finite data set. */
@Tag("tensorflow")
class EpochTest {
    /** Row i holds the bytes i and 255 - i. */
    record Numbered(int count) implements Dataset.Finite {
        @Override
        public Shape shape() {
            return Shape.of(2);
        }

        @Override
        public Table load(Split split) {
            byte[] bytes = new byte[2 * count];
            for (int i = 0; i < count; i++) {
                bytes[2 * i] = (byte) i;
                bytes[2 * i + 1] = (byte) (255 - i);
            }
            return new Table(shape(), bytes, Optional.empty());
        }

        @Override
        public String digest() {
            return "numbered";
        }
    }

    @Test
    void the_discriminator_sees_every_row_once_an_epoch_in_an_order_of_its_own() {
        List<Integer> rows = rowsOfDiscriminator(new Numbered(200), 20, 1, 30);
        List<Integer> all = IntStream.range(0, 200).boxed().toList();
        for (int epoch = 0; epoch < 3; epoch++) {
            assertThat(rows.subList(200 * epoch, 200 * (epoch + 1))).containsExactlyInAnyOrderElementsOf(all);
        }
        assertThat(rows.subList(0, 200)).isNotEqualTo(rows.subList(200, 400)).isNotEqualTo(all);
    }

    /** Point i is (i / 2, -i): numbers that no byte stands for. */
    record Halves(int count) implements Dataset.Finite {
        @Override
        public Shape shape() {
            return Shape.of(2);
        }

        @Override
        public Table load(Split split) {
            float[] numbers = new float[2 * count];
            for (int i = 0; i < count; i++) {
                numbers[2 * i] = i / 2f;
                numbers[2 * i + 1] = -i;
            }
            return new Table(shape(), numbers, Optional.empty());
        }

        @Override
        public String digest() {
            return "halves";
        }
    }

    @Test
    void numbers_are_seen_as_they_are_stored() {
        try (TensorFlowRun run =
                Experiments.open(Experiments.ring().dataset(new Halves(40)).batch(20))) {
            List<float[]> seen = new ArrayList<>();
            run.watch((update, draws) -> {
                if (update.players().contains(Player.DISCRIMINATOR)) {
                    IntStream.range(0, 20)
                            .forEach(i -> seen.add(draws.get("real").row(i)));
                }
            });
            run.advance(2);
            // 40 points are two batches: each is seen once, and the second number is minus twice the first.
            assertThat(seen.stream().map(point -> point[0]))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 40).mapToObj(i -> i / 2f).toList());
            assertThat(seen).allSatisfy(point -> assertThat(point[1]).isEqualTo(-2 * point[0]));
        }
    }

    @Test
    void the_remainder_of_an_epoch_is_dropped_and_differs_from_epoch_to_epoch() {
        List<Integer> rows = rowsOfDiscriminator(new Numbered(25), 10, 1, 20);
        for (int epoch = 0; epoch < 10; epoch++) {
            assertThat(rows.subList(20 * epoch, 20 * (epoch + 1))).doesNotHaveDuplicates();
        }
        // In ten epochs each of 25 rows is left out with chance 1/5: all ten times with 1e-7.
        assertThat(rows).contains(IntStream.range(0, 25).boxed().toArray(Integer[]::new));
    }

    @Test
    void an_epoch_that_ends_within_a_step_goes_over_into_the_next() {
        List<Integer> rows = rowsOfDiscriminator(new Numbered(40), 10, 3, 4);
        // 12 updates of D over 4 batches an epoch: three whole epochs in four steps of k = 3.
        for (int epoch = 0; epoch < 3; epoch++) {
            assertThat(rows.subList(40 * epoch, 40 * (epoch + 1))).doesNotHaveDuplicates();
        }
    }

    @Test
    void epochs_count_how_often_the_discriminator_has_used_up_the_split() {
        try (TensorFlowRun run = Experiments.open(
                Experiments.ring().dataset(new Numbered(45)).batch(10).schedule(new Algorithm1(3)))) {
            assertThat(run.epoch()).isZero();
            run.advance(2);
            // 6 updates of D at 4 batches an epoch.
            assertThat(run.epoch()).isEqualTo(1.5);
            assertThat(run.step()).isEqualTo(2);
        }
        try (TensorFlowRun endless = Experiments.open(Experiments.ring())) {
            endless.advance(3);
            assertThat(endless.epoch()).isZero();
        }
    }

    @Test
    void a_player_that_rests_in_the_middle_keeps_its_weights_and_no_data_are_drawn_for_it() {
        try (TensorFlowRun run = Experiments.open(Experiments.ring()
                .dataset(new Numbered(40))
                .batch(10)
                .schedule(new InterruptedAlgorithm1(1, 2, 3, 1)))) {
            run.advance(1);
            List<FloatTensor> before = weights(run, Player.GENERATOR);
            run.advance(2);
            assertThat(weights(run, Player.GENERATOR)).isEqualTo(before);
            // 3 updates of D at 4 batches an epoch.
            assertThat(run.epoch()).isEqualTo(0.75);

            List<FloatTensor> still = weights(run, Player.DISCRIMINATOR);
            run.advance(3);
            assertThat(weights(run, Player.DISCRIMINATOR)).isEqualTo(still);
            assertThat(weights(run, Player.GENERATOR)).isNotEqualTo(before);
            assertThat(run.epoch()).isEqualTo(0.75);

            run.advance(1);
            assertThat(weights(run, Player.DISCRIMINATOR)).isNotEqualTo(still);
            assertThat(run.epoch()).isEqualTo(1);
        }
    }

    private static List<FloatTensor> weights(TensorFlowRun run, Player player) {
        return run.weights().entrySet().stream()
                .filter(weight -> weight.getKey().startsWith(player.toString()))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Test
    void bytes_stand_for_0_to_1_as_in_the_table() {
        Numbered data = new Numbered(256);
        try (TensorFlowRun run = Experiments.open(Experiments.ring().dataset(data))) {
            FloatTensor drawn = run.real(256, "all");
            FloatTensor table = data.load(Split.TRAIN).toFloats();
            for (int i = 0; i < 256; i++) {
                // TensorFlow multiplies by 1/255, which may differ in the last bit.
                assertThat(drawn.row(i)).containsExactly(table.row(row(drawn, i)), within(1e-7f));
            }
        }
    }

    @Test
    void an_evaluation_stream_repeats_no_row_before_all_were_drawn() {
        try (TensorFlowRun run = Experiments.open(Experiments.ring().dataset(new Numbered(250)))) {
            FloatTensor drawn = run.real(2600, "many");
            List<Integer> rows =
                    IntStream.range(0, 2600).mapToObj(i -> row(drawn, i)).toList();
            for (int round = 0; round < 10; round++) {
                assertThat(rows.subList(250 * round, 250 * (round + 1))).doesNotHaveDuplicates();
            }
            assertThat(run.real(100, "many")).isEqualTo(drawn.slice(0, 100));
            assertThat(run.real(100, "other")).isNotEqualTo(drawn.slice(0, 100));
        }
    }

    @Test
    void a_batch_that_is_larger_than_the_split_is_refused() {
        assertThatThrownBy(() -> Experiments.open(
                        Experiments.ring().dataset(new Numbered(9)).batch(10)))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("batch: 10 is more than the 9 examples of the training split");
    }

    @Test
    void a_bias_from_marginals_makes_the_untrained_generator_give_the_mean_of_the_data() {
        Numbered data = new Numbered(101);
        MlpGenerator flat =
                MlpGenerator.of(4).withOutput(new Sigmoid()).withFirstValues(new Constant(0), new Marginals());
        try (TensorFlowRun run =
                Experiments.open(Experiments.ring().dataset(data).generator(flat))) {
            float[] x = run.generate(run.latent(1, "z")).values();
            // Bytes 0…100 have the mean 50, and 255…155 the mean 205.
            assertThat(x[0]).isCloseTo(50 / 255f, within(1e-6f));
            assertThat(x[1]).isCloseTo(205 / 255f, within(1e-6f));
        }
    }

    @Test
    void marginals_of_endless_data_are_refused() {
        MlpGenerator flat = MlpGenerator.of(4).withOutput(new Sigmoid()).withFirstValues(new Glorot(), new Marginals());
        assertThatThrownBy(() -> Experiments.open(Experiments.ring().generator(flat)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("dataset: is endless");
    }

    private static List<Integer> rowsOfDiscriminator(Dataset data, int batch, int k, long steps) {
        List<Integer> rows = new ArrayList<>();
        try (TensorFlowRun run =
                Experiments.open(Experiments.ring().dataset(data).batch(batch).schedule(new Algorithm1(k)))) {
            run.watch((update, draws) -> {
                if (update.players().contains(Player.DISCRIMINATOR)) {
                    IntStream.range(0, batch).forEach(i -> rows.add(row(draws.get("real"), i)));
                }
            });
            run.advance(steps);
        }
        return rows;
    }

    private static int row(FloatTensor examples, int i) {
        float[] row = examples.row(i);
        assertThat(Arrays.asList(row[0] + row[1]))
                .allSatisfy(sum -> assertThat(sum).isCloseTo(1f, within(1e-6f)));
        return Math.round(row[0] * 255);
    }
}
