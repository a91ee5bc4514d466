package org.gan4j.experiments.settings.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.digest.Digest;
import org.gan4j.experiments.settings.Resolver;
import org.gan4j.experiments.settings.TestParts;
import org.gan4j.standard.prior.GaussianPrior;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentYamlTest {
    private static final Resolver RESOLVER = TestParts.resolver();

    @TempDir
    Path folder;

    private static Experiment resolve(String recipe, List<String> settings, Module... swaps) {
        return (swaps.length == 0 ? RESOLVER : TestParts.resolver(swaps)).resolveOne(recipe, settings);
    }

    private String file(Experiment experiment) {
        return file(ExperimentYaml.of(experiment));
    }

    private String file(String yaml) {
        try {
            return Files.writeString(folder.resolve("experiment.yaml"), yaml).toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_is_written_is_grouped_by_part_and_complete() {
        Experiment small = resolve("small", List.of("terms=[drift]"));

        assertThat(ExperimentYaml.of(small)).isEqualTo("""
            # experiment %s
            name: small

            loss: non-saturating

            generator: mlp
            generator.activation: relu
            generator.before: identity
            generator.bias: constant
            generator.bias.value: 0
            generator.hidden: [128,128]
            generator.inside: identity
            generator.output: identity
            generator.weights: glorot

            discriminator: mlp
            discriminator.activation: leaky-relu
            discriminator.activation.slope: 0.2
            discriminator.hidden: [128,128]
            discriminator.weights: glorot

            prior: uniform
            prior.range: 1.7320508075688772
            prior.size: 100

            schedule: algorithm-1
            schedule.k: 1

            optimizer: adam
            optimizer.beta1: 0.5
            optimizer.beta2: 0.999
            optimizer.decay: 1
            optimizer.epsilon: 0.00000001
            optimizer.floor: 0.000001
            optimizer.rate: 0.0002

            dataset: dots

            backend: tensorflow

            metrics: []

            terms: [drift]
            terms.drift.weight: 1

            probes: [minimax,non-saturating]

            seed: 1
            steps: 10
            epochs: 0
            minutes: 0
            batch: 100
            on-nan: stop
            precision: float32
            device: auto
            runs: runs
            modules: []
            eval.every: 1000
            costly.every: 0
            report.every: 100
            checkpoint.every: 5000
            checkpoint.keep: 2
            checkpoint.permanent: 0
            checkpoint.best: none
            precision.force: false
            """.formatted(small.hash()));
    }

    @Test
    void what_is_written_resolves_to_the_same_experiment() {
        for (List<String> settings : List.of(
                List.<String>of(),
                List.of("loss=minimax", "seed=-3", "device=gpu:0", "epochs=0"),
                List.of("generator.weights=uniform", "generator.weights.range=1e-3", "optimizer.rate=3"),
                List.of("runs='a, b'"),
                List.of("runs=' blank at both ends '"),
                List.of("runs=\"range(1,2)\""),
                List.of("runs=it's"),
                List.of("runs='#1: x'"),
                List.of("runs=null"),
                List.of("runs=/tmp/grüße/[x]"),
                List.of("metrics=[parzen]", "metrics.parzen.folder='x,y'"),
                List.of("name=other"))) {
            Experiment first = resolve("blended", settings);

            Experiment again = resolve(file(first), List.of());

            assertThat(again).as(settings.toString()).isEqualTo(first);
            assertThat(again.hash()).isEqualTo(first.hash());
        }
    }

    @Test
    void what_can_change_a_result_changes_the_hash_and_nothing_else_does() {
        String hash = resolve("small", List.of()).hash();

        for (String same : List.of(
                "runs=elsewhere",
                "device=cpu",
                "costly.every=7",
                "report.every=7",
                "checkpoint.every=7",
                "checkpoint.keep=7",
                "checkpoint.permanent=7",
                "seed=1",
                "loss=non-saturating",
                "prior.size=100",
                "name=other")) {
            assertThat(resolve("small", List.of(same)).hash()).as(same).isEqualTo(hash);
        }
        for (String other : List.of(
                "seed=2",
                "loss=minimax",
                "prior.size=99",
                "batch=99",
                "steps=11",
                "eval.every=7",
                "terms=[drift]",
                "probes=[minimax]",
                "generator.hidden=[128]")) {
            assertThat(resolve("small", List.of(other)).hash()).as(other).isNotEqualTo(hash);
        }
    }

    @Test
    void the_hash_is_that_of_the_sorted_settings_in_lines() {
        Experiment small = resolve("small", List.of());
        StringBuilder lines = new StringBuilder();
        small.settings().forEach((key, value) -> {
            if (!List.of(
                            "runs",
                            "device",
                            "costly.every",
                            "report.every",
                            "checkpoint.every",
                            "checkpoint.keep",
                            "checkpoint.permanent",
                            "checkpoint.best",
                            "on-nan",
                            "precision",
                            "precision.force")
                    .contains(key)) {
                lines.append(lines.length() == 0 ? "" : "\n")
                        .append(key)
                        .append('=')
                        .append(value);
            }
        });

        assertThat(small.hash()).isEqualTo(Digest.sha256(lines.toString()));
    }

    @Test
    void a_precision_changes_the_hash_and_how_it_is_forced_does_not() {
        Experiment half = resolve("small", List.of("precision=bfloat16"));
        assertThat(half.hash())
                .isNotEqualTo(resolve("small", List.of()).hash())
                .isEqualTo(resolve("small", List.of("precision=bfloat16", "precision.force=true"))
                        .hash());
    }

    @Test
    void a_swapped_part_is_written_with_its_module_and_jar_and_resolves_by_that_module() {
        Experiment swapped = resolve("small", List.of(), new TestParts.SwapPrior());
        String yaml = ExperimentYaml.of(swapped);

        assertThat(yaml)
                .contains("modules: [" + TestParts.SwapPrior.class.getName() + "]\n")
                .contains("prior: " + GaussianPrior.class.getName() + "\n")
                .contains("prior.module: " + TestParts.SwapPrior.class.getName() + "\n")
                .contains("prior.jar: " + Digest.ofCodeSource(GaussianPrior.class) + "\n")
                .contains("prior.size: 3\n");
        assertThat(swapped.hash()).isNotEqualTo(resolve("small", List.of()).hash());
        // By the key in the file alone, and with the module given as well.
        assertThat(resolve(file(yaml), List.of()).hash()).isEqualTo(swapped.hash());
        assertThat(resolve(file(yaml), List.of(), new TestParts.SwapPrior()).hash())
                .isEqualTo(swapped.hash());
    }

    @Test
    void a_module_that_is_gone_or_gives_another_part_is_refused() {
        String yaml = ExperimentYaml.of(resolve("small", List.of(), new TestParts.SwapPrior()));
        String module = TestParts.SwapPrior.class.getName();

        assertThatThrownBy(() -> resolve(file(yaml.replace("SwapPrior", "SwapGone")), List.of()))
                .hasMessageContaining(":11: there is no class " + module.replace("SwapPrior", "SwapGone")
                        + ", neither on the class path nor in plugins/");
        assertThatThrownBy(() -> resolve(file(yaml.replace("modules: [" + module + "]", "modules: []")), List.of()))
                .hasMessageContaining("the prior " + GaussianPrior.class.getName() + " was bound by module " + module
                        + "; name that with --module");
        assertThatThrownBy(() -> resolve(file(yaml.replace("prior.size: 3", "prior.size: 4")), List.of()))
                .hasMessageContaining(
                        "'prior.size' was 4 when this was recorded, and module " + module + " now gives 3");
    }

    @Test
    void the_part_that_a_module_binds_gives_way_to_no_setting() {
        Module swap = new TestParts.SwapPrior();
        String sweep = file("recipe: small\nprior: gaussian,uniform\n");

        // Neither a recipe nor a file contradicts a module.
        assertThat(TestParts.resolver(swap).resolve(sweep, List.of())).hasSize(1);
        assertThatThrownBy(() -> resolve("small", List.of("prior=gaussian"), swap))
                .hasMessage("prior=gaussian: the prior is bound by module " + TestParts.SwapPrior.class.getName()
                        + "; drop one of the two");
        assertThatThrownBy(() -> resolve("small", List.of("prior.size=3"), swap))
                .hasMessageContaining("drop one");
    }

    @Test
    void a_module_named_by_the_key_must_change_a_part() {
        assertThatThrownBy(() -> resolve("small", List.of("modules=[" + Nothing.class.getName() + "]")))
                .hasMessageContaining("it changes no part");
        assertThat(resolve("small", List.of("modules=" + TestParts.SwapPrior.class.getName()))
                        .parts()
                        .prior()
                        .value())
                .isEqualTo(new GaussianPrior(3, 2));
    }

    @Test
    void a_part_that_cannot_be_made_is_named_with_its_module() {
        assertThatThrownBy(() -> resolve("small", List.of(), new Throwing()))
                .hasMessage("--module " + Throwing.class.getName()
                        + ": its loss cannot be built: java.lang.IllegalStateException: no licence");
    }

    static final class Nothing extends AbstractModule {}

    private static final class Throwing extends AbstractModule {
        @Override
        protected void configure() {
            bind(Loss.class).toProvider(() -> {
                throw new IllegalStateException("no licence");
            });
            bind(Prior.class).toInstance(new GaussianPrior(1, 1));
        }
    }
}
