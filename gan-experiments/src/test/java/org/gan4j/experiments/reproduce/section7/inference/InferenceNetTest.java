package org.gan4j.experiments.reproduce.section7.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.ExperimentRunner;
import org.gan4j.api.run.Run;
import org.gan4j.experiments.run.ReopenedRun;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("tensorflow")
class InferenceNetTest {
    private static final int DRAWS = 500;

    private static Experiment linear(int latent) {
        return Extensions.onClassPath()
                .instance(ExperimentRunner.class)
                .resolve(
                        "fashion-mini",
                        "prior.size=" + latent,
                        "generator.hidden=[]",
                        "generator.output=identity",
                        "generator.weights.range=0.3",
                        "metrics=[]",
                        "device=cpu",
                        "seed=3")
                .get(0);
    }

    /**
     * G(z) = W·z + b from 4 values to 784 loses nothing, so a linear E can be exact. Had the training moved G, E would be exact for
     * another G than the one it is asked about.
     */
    @Test
    void a_linear_net_inverts_a_linear_generator_that_stays_as_it_is() {
        Experiment experiment = linear(4);
        List<Long> told = new ArrayList<>();
        try (Run run = experiment.parts().backend().value().open(experiment);
                ReopenedRun opened = new ReopenedRun(new RunFolder(Path.of("none")), experiment, run);
                InferenceNet net = InferenceNet.of(opened, List.of(), 1000, told::add)) {
            FloatTensor z = run.latent(DRAWS, "test");
            FloatTensor x = run.generate(z);
            assertThat(RecoveredLatents.of(z, net.infer(x), x, x).share()).isLessThan(0.001);
        }
        assertThat(told).startsWith(100L, 200L).endsWith(1000L).hasSize(10);
    }

    /** Two values of z cannot be told from one number: W·z is known, and what is at right angles to W is not. */
    @Test
    void what_the_generator_loses_cannot_be_found() {
        Experiment experiment = Extensions.onClassPath()
                .instance(ExperimentRunner.class)
                .resolve("gaussian-1d", "prior.size=2", "generator.hidden=[]", "metrics=[]", "device=cpu", "seed=3")
                .get(0);
        try (Run run = experiment.parts().backend().value().open(experiment);
                ReopenedRun opened = new ReopenedRun(new RunFolder(Path.of("none")), experiment, run);
                InferenceNet net = InferenceNet.of(opened, List.of(16), 1000, step -> {})) {
            FloatTensor z = run.latent(DRAWS, "test");
            FloatTensor x = run.generate(z);
            // Of two dimensions of equal variance the best linear answer finds one.
            assertThat(RecoveredLatents.of(z, net.infer(x), x, x).share()).isBetween(0.45, 0.55);
        }
    }
}
