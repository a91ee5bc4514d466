package org.gan4j.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.metric.TrainingSignals;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.Run;
import org.gan4j.api.run.WeightDigest;
import org.gan4j.api.train.Player;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.run.Progress;
import org.gan4j.experiments.run.evaluation.MeasuredRun;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lab with the real backend: what its arms share, and what a saved arm comes to. */
@Tag("tensorflow")
class LabTrainingTest {
    private static final LocalRunner RUNNER =
            Extensions.onClassPath().instance(LocalRunner.class).reportingTo(Progress.none());

    @TempDir
    Path temp;

    @Test
    void two_losses_begin_with_the_same_weights_and_part() {
        try (Lab lab = Lab.open(RUNNER.resolve("ring", "loss=minimax,non-saturating"))) {
            assertThat(lab.describe().sameWeights()).isTrue();

            lab.advance(2);

            assertThat(lab.weights()).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_loss_beside_itself_stays_the_same_however_its_steps_are_cut() {
        try (Lab one = Lab.open(RUNNER.resolve("ring", "loss=hinge,hinge"));
                Lab other = Lab.open(RUNNER.resolve("ring", "loss=hinge"))) {
            one.advance(3);
            one.advance(0);
            one.advance(9);
            other.advance(12);

            assertThat(one.weights()).hasSize(2).containsOnly(other.weights().get(0));
        }
    }

    /** The lab trains first 5 and then 15 steps, and looks between them. */
    @Test
    void the_runner_comes_from_a_saved_arm_to_the_same_weights() throws IOException {
        try (Lab lab = Lab.open(RUNNER.resolve("ring", "loss=minimax,non-saturating"))) {
            lab.advance(5);
            lab.advance(15);
            Path file = Files.writeString(
                    temp.resolve("saved.yaml"), lab.recipe(1).findFirst().orElseThrow());

            Outcome outcome =
                    RUNNER.run(RUNNER.resolve(file.toString(), "runs=" + temp).get(0));

            assertThat(outcome.weights())
                    .isEqualTo(WeightDigest.sha256(lab.weights().get(1)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_update_of_one_player_leaves_the_other_to_the_bit(Player player) {
        try (Lab lab = Lab.open(RUNNER.resolve("ring", "loss=minimax,non-saturating"))) {
            lab.advance(5);
            List<SortedMap<String, FloatTensor>> before = lab.weights();

            lab.update(player);

            List<SortedMap<String, FloatTensor>> after = lab.weights();
            for (int arm = 0; arm < 2; arm++) {
                SortedMap<String, FloatTensor> then = before.get(arm);
                assertThat(after.get(arm)).hasSameSizeAs(then).allSatisfy((name, weight) -> assertThat(
                                weight.equals(then.get(name)))
                        .as(name)
                        .isEqualTo(!name.startsWith(player.toString())));
            }
        }
    }

    @Test
    void the_steps_after_an_update_alone_see_the_same_data_in_both_arms() {
        try (Lab lab = Lab.open(RUNNER.resolve("ring", "loss=hinge,hinge"))) {
            lab.advance(3);
            lab.update(Player.DISCRIMINATOR);
            lab.advance(3);

            assertThat(lab.weights().get(0)).isEqualTo(lab.weights().get(1));
            assertThat(lab.advance(0).step()).isEqualTo(6);
        }
    }

    /**
     * By the logit a of a generated example, the slope of its own loss is -sigmoid(a) under minimax, -sigmoid(-a) under
     * non-saturating and -1 under wasserstein. At the same weights the first two therefore make the third.
     */
    @Test
    void the_arrows_are_those_of_each_arms_loss() {
        try (Lab two = Lab.open(RUNNER.resolve("ring", "loss=minimax,non-saturating"));
                Lab one = Lab.open(RUNNER.resolve("ring", "loss=wasserstein"))) {
            List<ArmFrame> arms = two.advance(0).arms();
            float[] minimax = arms.get(0).view().push().arrows();
            float[] nonSaturating = arms.get(1).view().push().arrows();
            float[] wasserstein = one.advance(0).arms().get(0).view().push().arrows();

            assertThat(wasserstein).hasSize(2 * Push.ARROWS).doesNotContain(0);
            for (int i = 0; i < wasserstein.length; i++) {
                assertThat(minimax[i] + nonSaturating[i]).isCloseTo(wasserstein[i], within(1e-6f));
            }
        }
    }

    /** The runner measures the metric jsd at the same weights, on the same draws. V + log 4 is 0 where D is 1/2 everywhere. */
    @Test
    void the_divergence_is_twice_that_of_the_metric_and_stands_beside_the_value() {
        List<Experiment> ring = RUNNER.resolve("ring", "loss=minimax,wasserstein", "metrics=jsd");
        try (Lab lab = Lab.open(ring);
                Run run = ring.get(0).parts().backend().value().open(ring.get(0))) {
            lab.advance(0);
            SortedMap<String, Double> first = lab.advance(99).arms().get(0).signals();
            List<ArmFrame> arms = lab.advance(1).arms();
            run.advance(100);
            double metric =
                    new MeasuredRun(ring.get(0), run).measure(false).get(0).value();

            assertThat(first).doesNotContainKey(LabCharts.DIVERGENCE);
            assertThat(arms.get(0).signals())
                    .containsEntry(LabCharts.DIVERGENCE, 2 * metric)
                    .containsEntry(LabCharts.ESTIMATE, arms.get(0).signals().get(TrainingSignals.VALUE) + Math.log(4));
            assertThat(arms.get(1).signals()).containsKey(LabCharts.DIVERGENCE).doesNotContainKey(LabCharts.ESTIMATE);
        }
    }

    /** With all weights 1 and no bias, both numbers of x are z₁ + z₂, which grows along the rows of the grid and from row to row. */
    @Test
    void the_grid_is_what_the_generator_makes_of_z() {
        try (Lab lab = Lab.open(RUNNER.resolve(
                "ring", "prior.size=2", "generator={name: mlp, hidden: [], weights: {name: constant, value: 1}}"))) {
            float[] grid = lab.advance(0).arms().get(0).view().grid();

            assertThat(grid).hasSize(2 * LatentGrid.SIDE * LatentGrid.SIDE);
            for (int i = 0; i < grid.length; i += 2) {
                assertThat(grid[i]).isEqualTo(grid[i + 1]);
            }
            assertThat(grid[2]).isGreaterThan(grid[0]);
            assertThat(grid[2 * LatentGrid.SIDE]).isGreaterThan(grid[0]);
            assertThat(lab.advance(1).arms().get(0).view().grid()).isNotEqualTo(grid);
        }
    }

    /** The generator stands still, so the best D does. */
    @Test
    void updates_of_the_discriminator_alone_bring_it_nearer_to_the_best() {
        try (Lab lab = Lab.open(RUNNER.resolve("gaussian-1d"))) {
            ArmView before = lab.advance(100).arms().get(0).view();
            for (int update = 1; update < 60; update++) {
                lab.update(Player.DISCRIMINATOR);
            }
            ArmView after = lab.update(Player.DISCRIMINATOR).arms().get(0).view();

            assertThat(after.best()).isEqualTo(before.best());
            assertThat(distance(after)).isLessThan(0.7 * distance(before));
        }
    }

    /** The mean distance of D from the best one, where that is known. */
    private static double distance(ArmView view) {
        return IntStream.range(0, view.best().length)
                .filter(i -> view.best()[i] != BestOpinion.UNKNOWN)
                .mapToDouble(i -> Math.abs(view.best()[i] - view.opinion()[i]))
                .average()
                .orElseThrow();
    }

    /** A rate of 0 moves nothing, in the player that has it and in both arms. */
    @Test
    void settings_change_while_the_weights_stay() {
        LabParts parts = new LabParts(Extensions.onClassPath());
        try (Lab lab = Lab.open(RUNNER.resolve("ring", "loss=minimax,non-saturating"))) {
            lab.advance(5);
            List<SortedMap<String, FloatTensor>> before = lab.weights();

            lab.change(LabChange.parse("rate.generator=0\nschedule.k=2\nbatch=32\n1:loss=hinge", 2)
                    .of(lab.experiments(), parts));

            assertThat(lab.weights()).isEqualTo(before);
            assertThat(lab.advance(3).step()).isEqualTo(8);
            for (int arm = 0; arm < 2; arm++) {
                SortedMap<String, FloatTensor> then = before.get(arm);
                assertThat(lab.weights().get(arm))
                        .allSatisfy((name, weight) -> assertThat(weight.equals(then.get(name)))
                                .as(name)
                                .isEqualTo(name.startsWith("generator")));
            }
        } catch (LabRefusal e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nets_that_do_not_fit_leave_all_as_it_is() {
        LabParts parts = new LabParts(Extensions.onClassPath());
        try (Lab lab = Lab.open(RUNNER.resolve("ring"))) {
            lab.advance(5);
            List<SortedMap<String, FloatTensor>> before = lab.weights();

            for (Map<String, String> settings : List.of(
                    Map.of("generator.hidden", "[64]"),
                    Map.of("prior.size", "3"),
                    Map.of("dataset", "gaussian-1d"),
                    Map.of("dataset", "points", "dataset.file", "/no/such/file.csv"))) {
                assertThatThrownBy(() -> lab.change(
                                List.of(parts.changed(lab.experiments().get(0), settings))))
                        .isInstanceOf(InvalidInput.class);
            }

            assertThat(lab.weights()).isEqualTo(before);
            assertThat(lab.advance(1).step()).isEqualTo(6);
        }
    }

    /** Two samples of the blobs are about 0.05 apart. */
    @Test
    void a_drawn_distribution_is_learned_and_its_recipe_reads_the_file_beside_it() throws Exception {
        DrawnPoints drawn = DrawnPoints.parse(DrawnPointsTest.blobs(800));
        Experiment ring = RUNNER.resolve("ring").get(0);
        try (Lab lab = Lab.open(List.of(drawn.on(ring, new LabParts(Extensions.onClassPath()))))) {
            double before = distance(lab.advance(0));
            lab.advance(20);
            String recipe = lab.recipe(0).findFirst().orElseThrow();
            String weights = WeightDigest.sha256(lab.weights().get(0));
            for (int frame = 0; frame < 3; frame++) {
                lab.advance(500);
            }

            assertThat(before).isGreaterThan(0.8);
            assertThat(distance(lab.advance(0))).isLessThan(0.25);

            Path csv = Files.writeString(temp.resolve("drawn.csv"), drawn.csv());
            Path file =
                    Files.writeString(temp.resolve("saved.yaml"), recipe.replace("file: drawn.csv", "file: " + csv));
            Outcome outcome =
                    RUNNER.run(RUNNER.resolve(file.toString(), "runs=" + temp).get(0));
            assertThat(outcome.weights()).isEqualTo(weights);
        }
    }

    private static double distance(LabFrame frame) {
        return frame.arms().get(0).signals().get(LabCharts.DISTANCE);
    }
}
