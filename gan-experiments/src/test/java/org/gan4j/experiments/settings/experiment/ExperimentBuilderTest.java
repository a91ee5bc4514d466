package org.gan4j.experiments.settings.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.OwnLoss;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.Gan4j;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.experiment.ExperimentRunner;
import org.gan4j.api.experiment.IdentitySettings;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problem;
import org.gan4j.digest.Digest;
import org.gan4j.losses.Minimax;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.energy.PullAway;
import org.gan4j.standard.net.MaxoutDiscriminator;
import org.gan4j.standard.net.MlpDiscriminator;
import org.gan4j.standard.net.MlpGenerator;
import org.gan4j.standard.optimizer.Adam;
import org.gan4j.standard.optimizer.Momentum;
import org.gan4j.standard.prior.GaussianPrior;
import org.junit.jupiter.api.Test;

/** Experiments that are built in Java, over all built-in parts. */
class ExperimentBuilderTest {
    private static final ExperimentRunner RUNNER = Gan4j.runner();

    private final ExperimentBuilder ring = RUNNER.recipe("ring");

    private static List<String> problems(ExperimentBuilder builder) {
        try {
            builder.build();
            return List.of();
        } catch (InvalidInput e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }

    @Test
    void what_is_built_in_java_is_what_the_same_settings_describe() {
        Experiment built = ring.with(new Minimax(0.5))
                .generator(MlpGenerator.of(64, 32))
                .discriminator(MaxoutDiscriminator.of(8).withPieces(3))
                .optimizer(Adam.rate(0.001))
                .seed(3)
                .steps(500)
                .build();
        Experiment resolved = RUNNER.resolve(
                        "ring",
                        "loss=minimax",
                        "loss.discriminatorScale=0.5",
                        "generator=mlp",
                        "generator.hidden=[64,32]",
                        "discriminator=maxout",
                        "discriminator.hidden=[8]",
                        "discriminator.pieces=3",
                        "optimizer={name: adam, rate: 0.001}",
                        "seed=3",
                        "steps=500")
                .get(0);
        assertThat(built.settings()).isEqualTo(resolved.settings());
        assertThat(built.hash()).isEqualTo(resolved.hash());
        assertThat(built).isEqualTo(resolved);
    }

    @Test
    void parts_begin_with_the_declared_defaults() {
        Map<String, String> resolved = RUNNER.resolve("ring", "optimizer=momentum", "discriminator={name: mlp}")
                .get(0)
                .settings();
        assertThat(ring.with(Momentum.rate(0.1))
                        .with(MlpDiscriminator.of(128, 128))
                        .build()
                        .settings())
                .isEqualTo(resolved);
    }

    @Test
    void a_builder_stays_as_it_is() {
        String before = ring.build().hash();
        ring.with(new Minimax(1)).seed(9).steps(1);
        assertThat(ring.build().hash()).isEqualTo(before);
        assertThat(ring.build().toBuilder().build()).isEqualTo(ring.build());
    }

    @Test
    void alternatives_and_seeds_make_a_grid_in_which_seeds_vary_fastest() {
        assertThat(ring.over(new Minimax(1), new NonSaturating(1)).overSeeds(1, 3))
                .extracting(cell -> cell.parts().loss().name() + cell.seed())
                .containsExactly(
                        "minimax1", "minimax2", "minimax3", "non-saturating1", "non-saturating2", "non-saturating3");
        assertThat(ring.overSeeds(1, 10)).hasSize(10);
        assertThatThrownBy(() -> ring.overSeeds(2, 1)).hasMessageContaining("the last seed, 1, is below the first, 2");
    }

    @Test
    void a_class_without_a_name_has_its_own_and_its_jar_counts() {
        Experiment own = ring.with(new OwnLoss(2)).build();
        assertThat(own.settings())
                .containsEntry("loss", OwnLoss.class.getName())
                .containsEntry("loss.margin", "2");
        assertThat(own.jars()).containsOnly(Map.entry("loss", Digest.ofCodeSource(OwnLoss.class)));
        assertThat(own.hash()).isNotEqualTo(IdentitySettings.hash(IdentitySettings.of(own.settings())));
        assertThat(ring.build().jars()).isEmpty();
    }

    @Test
    void all_that_does_not_fit_is_reported_when_it_is_built() {
        assertThat(problems(ring.with("loss")
                        .with(new OwnLoss(-1))
                        .batch(0)
                        .steps(0)
                        .device("tpu")
                        .generator((latent, data) -> MlpGenerator.of(8).net(latent, latent))
                        .prior(new GaussianPrior(5, 1))))
                .hasSize(6)
                .anyMatch(line -> line.startsWith("with: java.lang.String is not a Loss, Generator, "))
                .contains(
                        "batch: 'batch' must be between 1 and 1000000, not 0",
                        "loss.margin: 'loss.margin' must be at least 0, not -1",
                        "device: 'device' takes auto, cpu or gpu:N, not 'tpu'",
                        "steps: nothing ends the run: set steps, epochs or minutes to more than 0")
                .anyMatch(line -> line.startsWith("generator: the generator turns "));
    }

    @Test
    void metrics_terms_and_probes_are_lists() {
        ExperimentBuilder bare = ring.metrics().probes();
        assertThat(bare.build().settings()).containsEntry("metrics", "[]").containsEntry("probes", "[]");
        assertThat(bare.addProbe(new Minimax(1))
                        .addProbe(new OwnLoss(1))
                        .build()
                        .settings())
                .containsEntry("probes", "[minimax,com.example.OwnLoss]");
        assertThat(problems(bare.probes(new Minimax(1), new Minimax(1))))
                .containsExactly("probes: 'probes' names 'minimax' twice");
        assertThat(bare.probes(new Minimax(1))
                        .addProbe(new Minimax(0.5))
                        .build()
                        .parts()
                        .probes())
                .extracting(Part::name)
                .containsExactly("minimax(discriminatorScale=1)", "minimax(discriminatorScale=0.5)");
    }

    @Test
    void a_term_that_needs_a_head_which_D_lacks_is_refused_before_anything_runs() {
        assertThat(problems(ring.terms(new PullAway(0.1, "code", 1))))
                .containsExactly("terms.pull-away: the term 'pull-away' does not fit: net discriminator has no head"
                        + " \"code\"; it has [features]");
        assertThat(ring.terms(new PullAway(0.1, "features", 1)).build().settings())
                .containsEntry("terms", "[pull-away]");
    }

    @Test
    void what_cannot_change_a_result_is_no_part_of_the_hash() {
        Experiment experiment = ring.build();
        Experiment elsewhere = ring.runs(Path.of("elsewhere"))
                .device("cpu")
                .cadence(new Experiment.Cadence(
                        experiment.cadence().eval(), 3, 5, 7, new Experiment.Keeping(9, 0, "none")))
                .build();
        assertThat(elsewhere.hash()).isEqualTo(experiment.hash());
        assertThat(ring.seed(2).build().hash()).isNotEqualTo(experiment.hash());
        assertThat(ring.evalEvery(5).build().hash()).isNotEqualTo(experiment.hash());
    }

    @Test
    void an_experiment_prints_its_settings_a_line_each() {
        assertThat(ring.build().toString()).startsWith("# ring\nbackend: tensorflow\nbatch: 256\n");
    }
}
