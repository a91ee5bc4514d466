package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.experiment.Precision;
import org.gan4j.api.net.Layer;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.api.run.WeightDigest;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Turn;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.layer.Sequence;
import org.gan4j.standard.layer.activation.LeakyRelu;
import org.gan4j.standard.layer.normalization.BatchNorm;
import org.gan4j.standard.net.MaxoutDiscriminator;
import org.gan4j.standard.net.MlpDiscriminator;
import org.gan4j.standard.net.MlpGenerator;
import org.gan4j.standard.net.SpectralDiscriminator;
import org.gan4j.standard.optimizer.Each;
import org.gan4j.standard.optimizer.Momentum;
import org.gan4j.standard.optimizer.RmsProp;
import org.gan4j.standard.optimizer.average.MovingAverage;
import org.gan4j.standard.optimizer.limit.ClipGradient;
import org.gan4j.standard.optimizer.limit.ClipGradient.Measure;
import org.gan4j.standard.optimizer.limit.ClipWeights;
import org.gan4j.standard.optimizer.rate.CosineDecay;
import org.gan4j.standard.schedule.Algorithm1;
import org.gan4j.standard.schedule.Cycle;
import org.gan4j.standard.schedule.Simultaneous;
import org.gan4j.standard.schedule.WarmUp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("tensorflow")
class CheckpointTest {
    /** Two rules with rates that fall, limits, and an average that has begun before the checkpoint. */
    private static final Optimizer LIMITED = new CosineDecay(
            2,
            15,
            0,
            new Each(
                    new ClipWeights(0.1, Player.DISCRIMINATOR, new RmsProp(0.001, 0.99, 1e-8)),
                    new MovingAverage(
                            0.9, 3, true, Player.GENERATOR, new ClipGradient(0.01, Measure.LENGTH, Experiments.ADAM))));

    @TempDir
    Path folder;

    @Test
    void saved_restored_and_trained_is_trained_straight_through_to_the_bit() {
        for (ExperimentBuilder experiment : List.of(
                Experiments.ring(),
                Experiments.ring().optimizer(new ByDefinition(Experiments.ADAM)).schedule(new Simultaneous()),
                withEverything(),
                Experiments.ring().optimizer(LIMITED),
                withEverything().precision(Precision.BFLOAT16),
                atTheEndOfAnEpoch(),
                withStates(),
                withStates().schedule(new Simultaneous()),
                withEverything().schedule(new WarmUp(5, new Cycle(3))),
                withEverything().schedule(new WarmUp(12, new Algorithm1(2))))) {
            Path checkpoint = folder.resolve("at-" + experiment.hashCode());
            Map<String, Double> signals;
            String weights;
            FloatTensor samples;
            try (TensorFlowRun straight = Experiments.open(experiment)) {
                straight.advance(7);
                straight.save(checkpoint);
                signals = straight.advance(13);
                weights = WeightDigest.sha256(straight.weights());
                samples = straight.generate(straight.latent(4, "test"));
            }
            try (TensorFlowRun resumed = Experiments.open(experiment)) {
                resumed.restore(checkpoint);
                assertThat(resumed.step()).isEqualTo(7);
                assertThat(resumed.advance(13)).isEqualTo(signals);
                assertThat(WeightDigest.sha256(resumed.weights())).isEqualTo(weights);
                assertThat(resumed.generate(resumed.latent(4, "test"))).isEqualTo(samples);
            }
        }
    }

    @Test
    void nets_go_back_to_a_checkpoint_while_steps_and_draws_go_on() {
        for (ExperimentBuilder experiment : List.of(
                Experiments.ring(),
                Experiments.ring().optimizer(LIMITED),
                withEverything(),
                withStates().schedule(new Simultaneous()))) {
            Path checkpoint = folder.resolve("at-" + experiment.hashCode());
            List<Object> drawn = new ArrayList<>();
            List<Object> straight = new ArrayList<>();
            String after;
            try (TensorFlowRun run = Experiments.open(experiment)) {
                run.advance(7);
                run.save(checkpoint);
                String saved = WeightDigest.sha256(run.weights());
                run.advance(5);
                run.rollBack(checkpoint);
                assertThat(run.step()).isEqualTo(12);
                assertThat(WeightDigest.sha256(run.weights())).isEqualTo(saved);
                run.watch((update, draws) -> drawn.add(draws));
                run.advance(3);
                after = WeightDigest.sha256(run.weights());
            }
            try (TensorFlowRun run = Experiments.open(experiment)) {
                run.advance(12);
                run.watch((update, draws) -> straight.add(draws));
                run.advance(3);
                assertThat(drawn).isEqualTo(straight);
            }
            try (TensorFlowRun resumed = Experiments.open(experiment)) {
                resumed.restore(checkpoint);
                resumed.advance(5);
                resumed.rollBack(checkpoint);
                resumed.advance(3);
                assertThat(WeightDigest.sha256(resumed.weights())).isEqualTo(after);
            }
        }
    }

    /** Dropout, momentum that rises, a rate that falls, and epochs that end within a step. */
    private static ExperimentBuilder withEverything() {
        return Experiments.ring()
                .dataset(new RandomImages(50, 2))
                .batch(10)
                .discriminator(new MaxoutDiscriminator(List.of(8, 8), 3, 0.8, 0.5, new Normal(0.1)))
                .optimizer(new Momentum(0.1, 1.01, 1e-6, 0.5, 0.7, 10))
                .schedule(new Algorithm1(3));
    }

    /** Moving averages in both nets, the vectors of power iterations, and a loss and a term that keep scalars. */
    private static ExperimentBuilder withStates() {
        Layer hidden = new Sequence(List.of(new BatchNorm(0.9, 1e-5), new LeakyRelu(0.2)));
        return Experiments.ring()
                .generator(MlpGenerator.of(8).withActivation(hidden))
                .discriminator(new SpectralDiscriminator(MlpDiscriminator.of(8).withActivation(hidden)))
                .loss(new Following())
                .addTerm(new KeptScalarsTest.Doubling(2));
    }

    /** A loss whose weight of generated examples follows D's logits on them. */
    record Following() implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            Expr<T> k = d.memory().get("k", 1);
            d.memory().set("k", k.times(0.9).plus(d.fake().sigmoid().mean().times(0.1)));
            return k.times(d.fake().softplus().mean())
                    .plus(d.real().negate().softplus().mean());
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return d.fake().negate().softplus().mean();
        }
    }

    /** Saved after 7 of 7 batches, where a step begins with the last batch of the epoch that is over. */
    private static ExperimentBuilder atTheEndOfAnEpoch() {
        Schedule reusedFirst = () -> List.of(
                new Turn(List.of(Player.GENERATOR), 1, Turn.Batch.REUSED),
                new Turn(List.of(Player.DISCRIMINATOR), 1, Turn.Batch.FRESH));
        return Experiments.ring()
                .dataset(new RandomImages(70, 2))
                .batch(10)
                .loss(new Relative())
                .schedule(reusedFirst);
    }

    /** A loss whose generator looks at real examples too. */
    record Relative() implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            return d.fake().minus(d.real()).softplus().mean();
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return d.real().minus(d.fake()).softplus().mean();
        }
    }

    @Test
    void going_back_in_the_same_run_repeats_it() {
        try (TensorFlowRun run = Experiments.open(withEverything())) {
            run.advance(4);
            Path checkpoint = folder.resolve("step-4");
            run.save(checkpoint);
            run.advance(5);
            String once = WeightDigest.sha256(run.weights());
            run.restore(checkpoint);
            run.advance(5);
            assertThat(WeightDigest.sha256(run.weights())).isEqualTo(once);
        }
    }

    @Test
    void a_checkpoint_of_another_experiment_is_refused() {
        try (TensorFlowRun one = Experiments.open(Experiments.ring());
                TensorFlowRun other = Experiments.open(Experiments.ring().seed(2))) {
            one.save(folder.resolve("one"));
            assertThatThrownBy(() -> other.restore(folder.resolve("one")))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("another experiment");
        }
    }

    @Test
    void a_folder_without_a_checkpoint_is_refused() {
        try (TensorFlowRun run = Experiments.open(Experiments.ring())) {
            assertThatThrownBy(() -> run.restore(folder))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("holds no complete checkpoint");
        }
    }

    @Test
    void a_damaged_checkpoint_is_refused() throws IOException {
        try (TensorFlowRun run = Experiments.open(Experiments.ring())) {
            Path checkpoint = folder.resolve("damaged");
            run.save(checkpoint);
            Path values = checkpoint.resolve("state.data-00000-of-00001");
            byte[] bytes = Files.readAllBytes(values);
            bytes[bytes.length / 2] ^= 1;
            Files.write(values, bytes);
            assertThatThrownBy(() -> run.restore(checkpoint))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("is damaged");
        }
    }

    @Test
    void a_file_where_the_folder_should_be_fails_the_work() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (TensorFlowRun run = Experiments.open(Experiments.ring())) {
            assertThatThrownBy(() -> run.save(file.resolve("step-1"))).isInstanceOf(WorkFailed.class);
        }
    }
}
