package org.gan4j.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Player;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.run.AskedBackend;
import org.gan4j.experiments.run.Progress;
import org.gan4j.registry.Extensions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lab shows, with a backend whose numbers can be worked out by hand. */
class LabTest {
    private static final LocalRunner RUNNER =
            Extensions.onClassPath().instance(LocalRunner.class).reportingTo(Progress.none());

    @TempDir
    Path temp;

    private static List<Experiment> experiments(String recipe, String... settings) {
        return RUNNER.resolve(
                recipe,
                Stream.concat(Stream.of("backend=fake", "metrics=[]"), Stream.of(settings))
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seed=1,2 | seed: differs",
                "batch=8,16 | batch: differs",
                "optimizer.rate=0.1,0.2 | optimizer.rate: differs",
                "loss=minimax,hinge,non-saturating | these are 3 arms"
            })
    void arms_that_differ_in_more_than_the_loss_are_refused(String setting, String message) {
        assertThatThrownBy(() -> Lab.open(experiments("ring", setting)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message);
    }

    @Test
    void arms_may_differ_in_a_parameter_of_the_loss() {
        try (Lab lab = Lab.open(experiments("ring", "loss=least-squares", "loss.a=0,-1"))) {
            assertThat(lab.describe().arms()).hasSize(2);
            assertThat(lab.describe().sameWeights()).isTrue();
        }
    }

    /** The axes hold 500 points, D is asked on 40 × 40 places, and the fake's D has the logit 0 everywhere. */
    @Test
    void points_are_shown_over_the_map_of_d() {
        try (Lab lab = Lab.open(experiments("ring"))) {
            Scene scene = lab.describe().scene();
            ArmFrame arm = lab.advance(1).arms().get(0);

            assertThat(scene.kind()).isEqualTo(Scene.Kind.PLANE);
            assertThat(scene.real()).hasSize(1000);
            assertThat(arm.view().generated()).hasSize(1000);
            assertThat(arm.view().opinion()).hasSize(1600).containsOnly(0.5f);
        }
    }

    /** The places run along the first axis first: (low, low), (next, low), …, (high, high). */
    @Test
    void the_map_runs_row_by_row() {
        Scene scene = new Scene(Scene.Kind.PLANE, -1, 1, 3, new float[0], new double[0]);

        assertThat(scene.places()).startsWith(-1, -1, 0, -1, 1, -1, -1, 0).endsWith(0, 1, 1, 1);
    }

    /** The fake draws real numbers from N(0, 1), whose density integrates to 1 over the axis; its greatest is 1 / √(2π). */
    @Test
    void a_known_density_stands_over_numbers() {
        try (Lab lab = Lab.open(experiments("gaussian-1d", "dataset.mean=0", "dataset.deviation=1"))) {
            Scene scene = lab.describe().scene();
            double width = (scene.high() - scene.low()) / (scene.side() - 1);
            double mass = 0;
            double most = 0;
            for (double density : scene.density()) {
                mass += density * width;
                most = Math.max(most, density);
            }

            assertThat(scene.kind()).isEqualTo(Scene.Kind.LINE);
            assertThat(mass).isCloseTo(1, within(0.01));
            assertThat(most).isCloseTo(1 / Math.sqrt(2 * Math.PI), within(0.01));
        }
    }

    @Test
    void pictures_are_shown_as_a_png_file() {
        try (Lab lab = Lab.open(experiments("fashion-mini"))) {
            ArmFrame arm = lab.advance(1).arms().get(0);

            // The first bytes of every PNG file, \211PNG\r\n, in base 64.
            assertThat(arm.view().picture()).startsWith("iVBORw0K");
            assertThat(arm.view().generated()).isEmpty();
            // The fake's D has the logit 0 for each of the 36.
            assertThat(arm.view().opinion()).hasSize(36).containsOnly(0.5f);
        }
    }

    @Test
    void an_arm_whose_loss_is_not_finite_trains_no_further() {
        try (Lab lab = Lab.open(experiments("ring", "backend.divergeAt=3"))) {
            assertThat(lab.advance(2).arms().get(0).finite()).isTrue();
            lab.advance(2);

            LabFrame frame = lab.advance(5);

            assertThat(frame.step()).isEqualTo(4);
            assertThat(frame.arms().get(0).finite()).isFalse();
        }
    }

    /** The question fetches the whole state: one for the first weights and one for each that training leaves. */
    @Test
    void an_arm_is_asked_once_whether_its_state_is_finite_however_often_it_is_looked_at() {
        Experiment experiment =
                AskedBackend.counting(experiments("ring", "eval.every=2").get(0));
        try (Lab lab = Lab.open(List.of(experiment))) {
            assertThat(AskedBackend.asked(experiment, "isFinite")).isEqualTo(1);
            lab.advance(0);
            assertThat(AskedBackend.asked(experiment, "isFinite")).isZero();
            lab.advance(3);
            assertThat(AskedBackend.asked(experiment, "isFinite")).isEqualTo(1);
        }
    }

    @Test
    void an_arm_with_an_infinite_slot_is_not_shown_as_finite() {
        try (Lab lab = Lab.open(experiments("ring", "backend.slotBreaksAt=3"))) {
            assertThat(lab.advance(2).arms().get(0).finite()).isTrue();
            assertThat(lab.advance(1).arms().get(0).finite()).isFalse();
            assertThat(lab.advance(5).step()).isEqualTo(3);
        }
    }

    /** The fake's weight is its seed and the steps made. */
    @Test
    void a_lab_begins_again_at_step_0() {
        try (Lab lab = Lab.open(experiments("ring", "loss=minimax,hinge"))) {
            List<SortedMap<String, FloatTensor>> first = lab.weights();
            lab.advance(7);
            assertThat(lab.weights()).doesNotContainAnyElementsOf(first);

            lab.restart();

            assertThat(lab.weights()).isEqualTo(first);
            assertThat(lab.advance(0).step()).isZero();
        }
    }

    @Test
    void a_saved_arm_resolves_to_its_experiment_with_the_steps_made() throws IOException {
        List<Experiment> both = experiments("ring", "loss=minimax,hinge");
        try (Lab lab = Lab.open(both)) {
            lab.advance(7);
            Path file = Files.writeString(
                    temp.resolve("saved.yaml"), lab.recipe(1).findFirst().orElseThrow());

            Experiment saved = RUNNER.resolve(file.toString()).get(0);

            assertThat(saved).isEqualTo(both.get(1).toBuilder().steps(7).build());
            assertThat(lab.recipe(2)).isEmpty();
        }
    }

    /** The fake's weight is its seed, 1, the steps made and the updates alone. */
    @Test
    void an_update_of_one_player_moves_both_arms_and_no_step() {
        try (Lab lab = Lab.open(experiments("ring", "loss=minimax,hinge"))) {
            lab.advance(3);

            LabFrame frame = lab.update(Player.GENERATOR);

            assertThat(frame.step()).isEqualTo(3);
            assertThat(frame.arms()).hasSize(2).allSatisfy(arm -> {
                assertThat(arm.signals()).containsEntry("loss/g", -1.0).doesNotContainKey("loss/d");
                assertThat(arm.byHand()).containsExactly("at step 3: 1 update of the generator alone");
            });
            assertThat(lab.weights())
                    .hasSize(2)
                    .allSatisfy(weights -> assertThat(weights.get("w").values()).containsExactly(1 + 3 + 1));
        }
    }

    @Test
    void a_saved_arm_says_what_was_changed_by_hand_until_the_lab_begins_again() throws IOException {
        List<Experiment> ring = experiments("ring");
        try (Lab lab = Lab.open(ring)) {
            lab.update(Player.DISCRIMINATOR);
            lab.update(Player.DISCRIMINATOR);
            lab.advance(7);
            lab.update(Player.DISCRIMINATOR);
            lab.update(Player.GENERATOR);
            String recipe = lab.recipe(0).findFirst().orElseThrow();

            assertThat(recipe)
                    .startsWith(
                            "# From step 0 this file comes to other weights than the lab did. In the lab this was done by hand:\n"
                                    + "#   at step 0: 2 updates of the discriminator alone\n"
                                    + "#   at step 7: 1 update of the discriminator alone\n"
                                    + "#   at step 7: 1 update of the generator alone\n");
            Path file = Files.writeString(temp.resolve("changed.yaml"), recipe);
            assertThat(RUNNER.resolve(file.toString()))
                    .containsExactly(ring.get(0).toBuilder().steps(7).build());

            lab.restart();

            assertThat(lab.recipe(0).findFirst().orElseThrow()).doesNotContain("by hand");
            assertThat(lab.advance(0).arms().get(0).byHand()).isEmpty();
        }
    }

    @Test
    void an_arm_that_is_not_finite_is_not_updated_by_hand() {
        try (Lab lab = Lab.open(experiments("ring", "backend.divergeAt=3"))) {
            lab.advance(3);

            assertThat(lab.update(Player.GENERATOR).arms().get(0).byHand()).isEmpty();
        }
    }

    /** The fake generates N(0, 1) at every step, which is the density here, so that the divergence is that of a perfect sampler. */
    @Test
    void the_true_divergence_is_measured_at_most_every_hundred_steps_and_after_each_change_by_hand() {
        try (Lab lab = Lab.open(experiments("gaussian-1d", "dataset.mean=0", "dataset.deviation=1"))) {
            assertThat(divergence(lab.advance(0))).isBetween(0.0, 0.01);
            assertThat(divergence(lab.advance(99))).isNull();
            assertThat(divergence(lab.advance(1))).isNotNull();
            assertThat(divergence(lab.advance(0))).isNotNull();
            assertThat(divergence(lab.advance(1))).isNull();
            assertThat(divergence(lab.update(Player.GENERATOR))).isNotNull();
        }
    }

    private static @Nullable Double divergence(LabFrame frame) {
        return frame.arms().get(0).signals().get(LabCharts.DIVERGENCE);
    }

    @Test
    void data_of_unknown_density_have_no_chart_of_the_divergence() {
        try (Lab lab = Lab.open(experiments("fashion-mini"))) {
            assertThat(lab.describe().charts().stream().map(LabDescription.Chart::signal))
                    .contains("value")
                    .doesNotContain(LabCharts.DIVERGENCE);
        }
    }

    @Test
    void the_best_d_is_shown_for_a_known_density_and_a_d_that_is_a_probability() {
        try (Lab lab = Lab.open(experiments("gaussian-1d", "loss=minimax,wasserstein"));
                Lab plane = Lab.open(experiments("ring"))) {
            List<ArmFrame> arms = lab.advance(0).arms();

            assertThat(arms.get(0).view().best())
                    .hasSameSizeAs(arms.get(0).view().opinion());
            assertThat(arms.get(1).view().best()).isEmpty();
            assertThat(plane.advance(0).arms().get(0).view().best()).isEmpty();
        }
    }

    /** With D = sigmoid(a), -log D is softplus(-a) and -log(1 - D) is softplus(a). */
    @Test
    void the_rules_of_the_game_are_described() {
        try (Lab lab = Lab.open(experiments("ring", "loss=minimax,hinge", "terms={name: r1, weight: 2.5}"))) {
            LabDescription description = lab.describe();

            assertThat(description.arms().get(0).objectives())
                    .containsExactly(
                            "L_D = mean(softplus(-real)) + mean(softplus(fake)) + 2.5·r1",
                            "L_G = -mean(softplus(fake))");
            assertThat(description.plan())
                    .isEqualTo("repeat\n  update the discriminator from a fresh batch\n"
                            + "  update the generator from a fresh batch\n");
        }
    }
}
