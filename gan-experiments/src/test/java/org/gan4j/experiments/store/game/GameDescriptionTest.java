package org.gan4j.experiments.store.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.experiment.ExperimentRunner;
import org.gan4j.experiments.report.learn.GameSection;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GameDescriptionTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    @TempDir
    Path temp;

    private final ExperimentRunner runner = Extensions.onClassPath().instance(ExperimentRunner.class);

    private GameDescription rules(String... settings) {
        return GameDescription.of(runner.resolve("gaussian-1d", settings).get(0));
    }

    private static LossSlopes of(GameDescription rules, String loss) {
        return rules.slopes().stream()
                .filter(one -> one.loss().equals(loss))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void slopes_are_those_of_the_losses_that_are_probed_and_of_the_one_that_trains() {
        GameDescription rules = rules("loss=blend", "probes=[minimax,non-saturating]");

        assertThat(rules.slopes()).extracting(LossSlopes::loss).containsExactly("minimax", "non-saturating", "blend");
        // dL_G/da is -σ(a) under minimax and -(1 - σ(a)) under the other: both -1/2 at 0, and at -8 they add up to -1.
        assertThat(of(rules, "minimax").at(0)).isCloseTo(-0.5, EXACT);
        assertThat(of(rules, "non-saturating").at(0)).isCloseTo(-0.5, EXACT);
        double d = 1 / (1 + Math.exp(8));
        assertThat(of(rules, "minimax").at(-8)).isCloseTo(-d, EXACT);
        assertThat(of(rules, "non-saturating").at(-8)).isCloseTo(d - 1, EXACT);
    }

    @Test
    void what_logits_mean_is_written_and_read() throws IOException {
        Path file = temp.resolve("rules.json");
        rules("loss=wasserstein").write(file);
        assertThat(GameDescription.read(file).orElseThrow().logits()).isEqualTo(LogitMeaning.DIFFERENCE);

        // Earlier versions knew losses of probabilities alone.
        Files.writeString(file, Files.readString(file).replace("\"logits\"", "\"unknown\""));
        assertThat(GameDescription.read(file).orElseThrow().logits()).isEqualTo(LogitMeaning.PROBABILITY);
    }

    @Test
    void no_sentence_speaks_of_a_value_where_d_is_no_probability() {
        // dL_D/da = 1 and dL_G/da = -1 at every fake.
        assertThat(GameSection.sum(rules("loss=wasserstein")))
                .isEqualTo("Under wasserstein the game is zero-sum in all that G can move: of every fake, D’s loss and"
                        + " G’s add up to the same.");
        assertThat(GameSection.sum(rules("loss=hinge"))).endsWith("so that both can gain or lose at once.");
        assertThat(GameSection.sum(rules("loss=minimax"))).contains("V is one number");
    }

    @Test
    void by_the_probability_minimax_is_not_flat() {
        GameDescription rules = rules("probes=[minimax,non-saturating]");
        double d = 1 / (1 + Math.exp(8));

        // d/dD log(1 - D) = -1/(1 - D), and d/dD (-log D) = -1/D.
        assertThat(of(rules, "minimax").byProbability(-8)).isCloseTo(-1 / (1 - d), Offset.offset(1e-9));
        assertThat(of(rules, "non-saturating").byProbability(-8)).isCloseTo(-1 / d, Offset.offset(1e-6));
    }

    @Test
    void the_mean_slope_is_over_the_fakes() {
        LossSlopes slopes = new LossSlopes("a straight line", edges(), edges());

        // Slope a at a, so the mean is that of the bins' middles: 1.125 three times and -2.875 once.
        assertThat(slopes.mean(LogitHistogram.of(new float[] {1, 1.1f, 1.2f, -3}, new float[] {7})))
                .isCloseTo((3 * 1.125 - 2.875) / 4, EXACT);
        assertThat(slopes.at(1000)).isEqualTo(20);
    }

    private static List<Double> edges() {
        return IntStream.rangeClosed(0, LogitHistogram.BINS)
                .mapToObj(LogitHistogram::edge)
                .toList();
    }

    @Test
    void a_game_is_zero_sum_where_one_gains_on_a_fake_what_the_other_loses() {
        // Minimax: dL_D/da = σ(a) = -dL_G/da. Halved, D loses half. Non-saturating: σ(a) and -(1 - σ(a)), of no fixed
        // ratio.
        assertThat(rules("loss=minimax").isZeroSum()).isTrue();
        assertThat(rules("loss=minimax", "loss.discriminatorScale=0.5").balance())
                .isCloseTo(0.5, EXACT);
        assertThat(rules("loss=non-saturating").balance()).isNaN();
        assertThat(rules("loss=non-saturating").isZeroSum()).isFalse();
    }

    @Test
    void algorithm_1_is_known_by_its_turns() {
        assertThat(rules("schedule=algorithm-1", "schedule.k=3").updates()).isEqualTo(3);
        assertThat(rules("schedule=simultaneous").updates()).isZero();
        assertThat(rules("schedule=warm-up", "schedule.steps=5").updates()).isZero();
    }

    @Test
    void rules_come_back_from_their_file() {
        GameDescription rules = rules("loss=non-saturating");
        rules.write(temp.resolve("rules.json"));

        assertThat(GameDescription.read(temp.resolve("rules.json"))).contains(rules);
        assertThat(GameDescription.read(temp.resolve("none.json"))).isEmpty();
    }
}
