package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.gan4j.api.Discriminator;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Draws;
import org.gan4j.api.train.Head;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.api.train.Term;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.Dropout;
import org.gan4j.standard.net.LayersDiscriminator;
import org.gan4j.standard.net.NoDropoutForGenerator;
import org.gan4j.standard.optimizer.Sgd;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests further outputs of D: trained by a term, and asked for after training. */
@Tag("tensorflow")
class HeadsTest {
    private static final float RATE = 0.01f;

    private static final Discriminator WITH_HEAD = data -> new NetSpec(
            List.of(new Dense(1, new Constant(0), new Constant(0))),
            Map.of("height", NetSpec.Branch.ofFeatures(new Dense(1, new Constant(0), new Constant(0)))));

    /** The mean of (head - 3)² at generated examples. */
    private record Three(String head) implements Term {
        @Override
        public List<Player> players() {
            return List.of(Player.DISCRIMINATOR);
        }

        @Override
        public double weight() {
            return 1;
        }

        @Override
        public <T> Expr<T> value(Step<T> step) {
            return step.apply(step.player(), step.get(Signal.FAKE), head)
                    .minus(3)
                    .square()
                    .mean();
        }
    }

    private static TensorFlowRun open(String head) {
        return Experiments.open(Experiments.ring()
                .discriminator(WITH_HEAD)
                .optimizer(new Sgd(RATE, 1, 0))
                .addTerm(new Three(head)));
    }

    @Test
    void a_term_trains_a_head_which_is_then_asked_for() {
        try (TensorFlowRun run = open("height")) {
            run.advance(1);
            FloatTensor x = new FloatTensor(Shape.of(2, 2), new float[] {0, 0, 1, 10});
            float[] w = run.weights().get("discriminator.height.dense1.weights").values();
            FloatTensor heights = run.head(x, "height");

            assertThat(heights.shape()).isEqualTo(Shape.of(2, 1));
            // From w = 0 and b = 0 the slope of (b - 3)² by b is -6, so one update makes b = 6·rate.
            assertThat(heights.values()[0]).isCloseTo(6 * RATE, within(1e-6f));
            assertThat(heights.values()[1]).isCloseTo(6 * RATE + w[0] + 10 * w[1], within(1e-5f));
            assertThat(w[0]).isNotZero();
        }
    }

    /** A head of either player's net, and for both objectives the mean of (head of D - 3)² at generated examples. */
    private record Brought(NetSpec.Branch.From from) implements Term {
        @Override
        public List<Player> players() {
            return List.of(Player.DISCRIMINATOR, Player.GENERATOR);
        }

        @Override
        public double weight() {
            return 1;
        }

        @Override
        public List<Head> heads(Draws draws) {
            return Arrays.stream(Player.values())
                    .map(player -> new Head(player, "height", new NetSpec.Branch(from, List.of(dense(1)))))
                    .toList();
        }

        @Override
        public <T> Expr<T> value(Step<T> step) {
            Expr<T> ofG = step.apply(Player.GENERATOR, step.get(Signal.LATENT), "height");
            Expr<T> ofD = step.apply(Player.DISCRIMINATOR, step.get(Signal.FAKE), "height");
            return ofD.minus(3).square().mean().plus(ofG.minus(3).square().mean());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FEATURES", "INPUT"})
    void a_term_brings_heads_that_each_player_trains(NetSpec.Branch.From from, @TempDir Path folder) {
        ExperimentBuilder experiment = Experiments.ring()
                .discriminator(new NoDropoutForGenerator(
                        new LayersDiscriminator(List.of(dense(8), new Dropout(0.5), dense(1)))))
                .optimizer(new Sgd(RATE, 1, 0))
                .addTerm(new Brought(from));
        try (TensorFlowRun run = Experiments.open(experiment)) {
            FloatTensor x = run.generate(run.latent(100, "x"));
            double before = distance(run.head(x, "height"));
            SortedMap<String, FloatTensor> first = run.weights();
            run.advance(100);
            assertThat(distance(run.head(x, "height"))).isLessThan(before / 2);
            for (Player player : Player.values()) {
                String weights = player + ".height.dense1.weights";
                assertThat(run.weights().get(weights)).isNotEqualTo(first.get(weights));
            }
            run.save(folder);
            SortedMap<String, FloatTensor> trained = run.weights();
            try (TensorFlowRun resumed = Experiments.open(experiment)) {
                resumed.restore(folder);
                assertThat(resumed.weights()).isEqualTo(trained);
                assertThat(resumed.head(x, "height")).isEqualTo(run.head(x, "height"));
            }
        }
    }

    private static Dense dense(int units) {
        return new Dense(units, new Normal(0.5), new Constant(0));
    }

    private static double distance(FloatTensor heights) {
        double sum = 0;
        for (float height : heights.values()) {
            sum += (height - 3) * (height - 3);
        }
        return sum / heights.count();
    }

    @Test
    void a_head_that_the_net_lacks_is_refused() {
        try (TensorFlowRun run = open("height")) {
            FloatTensor x = run.real(3, "x");
            assertThatThrownBy(() -> run.head(x, "width"))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage("the discriminator has no head 'width'; it has [height]");
        }
        assertThatThrownBy(() -> open("width")).hasMessageContaining("no head \"width\"");
    }
}
