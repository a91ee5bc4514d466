package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.losses.Minimax;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.net.MaxoutDiscriminator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("tensorflow")
class EvaluationTest {
    private static ExperimentBuilder withDropout() {
        return Experiments.ring().discriminator(new MaxoutDiscriminator(List.of(8), 3, 0.5, 0.5, new Normal(0.5)));
    }

    @Test
    void generated_examples_and_logits_are_those_of_the_exact_computation_without_dropout() {
        try (TensorFlowRun run = Experiments.open(withDropout())) {
            run.advance(5);
            FloatTensor z = run.latent(50, "z");
            FloatTensor x = run.generate(z);
            FloatTensor real = run.real(50, "x");
            Exact exact = new Exact(withDropout().build(), run.weights(), real, z);
            assertClose(x.values(), exact.generated().values());
            assertClose(run.score(x), exact.scores().fake().raw().values());
            assertClose(run.score(real), exact.scores().real().raw().values());
        }
    }

    @Test
    void any_count_is_served_in_pieces_that_make_no_difference() {
        try (TensorFlowRun run = Experiments.open(withDropout())) {
            FloatTensor z = run.latent(2345, "z");
            FloatTensor x = run.generate(z);
            assertThat(x.shape()).isEqualTo(Shape.of(2345, 2));
            assertThat(run.latent(7, "z")).isEqualTo(z.slice(0, 7));
            assertThat(run.real(1001, "x").slice(0, 1000)).isEqualTo(run.real(1000, "x"));
            assertClose(
                    run.generate(z.slice(1500, 1510)).values(),
                    x.slice(1500, 1510).values());
            assertThat(run.score(x)).hasSize(2345);
            assertThat(run.latent(0, "z").values()).isEmpty();
        }
    }

    @Test
    void streams_depend_on_the_seed_and_their_name_alone() {
        try (TensorFlowRun run = Experiments.open(withDropout());
                TensorFlowRun trained = Experiments.open(withDropout().loss(new Minimax(1)));
                TensorFlowRun other = Experiments.open(withDropout().seed(2))) {
            trained.advance(3);
            assertThat(trained.latent(10, "z")).isEqualTo(run.latent(10, "z"));
            assertThat(trained.real(10, "x")).isEqualTo(run.real(10, "x"));
            assertThat(run.latent(10, "z")).isNotEqualTo(run.latent(10, "y"));
            assertThat(run.latent(10, "z")).isNotEqualTo(other.latent(10, "z"));
        }
    }

    @Test
    void evaluation_leaves_the_training_as_it_is() {
        try (TensorFlowRun quiet = Experiments.open(withDropout());
                TensorFlowRun watched = Experiments.open(withDropout())) {
            quiet.advance(12);
            for (int i = 0; i < 4; i++) {
                watched.score(watched.generate(watched.latent(20, "z" + i)));
                watched.score(watched.real(20, "x" + i));
                watched.weights();
                watched.advance(3);
            }
            assertThat(watched.weights()).isEqualTo(quiet.weights());
        }
    }

    @Test
    void examples_of_another_shape_are_refused() {
        try (TensorFlowRun run = Experiments.open(withDropout())) {
            assertThatThrownBy(() -> run.score(new FloatTensor(Shape.of(4, 3), new float[12])))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage("examples of this experiment have the shape [batch×2]; got [4×3]");
        }
    }

    private static void assertClose(float[] measured, double[] expected) {
        assertThat(measured).hasSameSizeAs(expected);
        for (int i = 0; i < measured.length; i++) {
            assertThat((double) measured[i]).isCloseTo(expected[i], within(1e-6 + 1e-5 * Math.abs(expected[i])));
        }
    }

    private static void assertClose(float[] measured, float[] expected) {
        double[] wanted = new double[expected.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = expected[i];
        }
        assertClose(measured, wanted);
    }
}
