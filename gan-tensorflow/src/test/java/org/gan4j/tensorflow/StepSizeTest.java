package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.api.algebra.Shape;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.layer.activation.Identity;
import org.gan4j.standard.net.MlpDiscriminator;
import org.gan4j.standard.net.MlpGenerator;
import org.gan4j.standard.net.image.DcganDiscriminator;
import org.junit.jupiter.api.Test;

class StepSizeTest {
    private static final TensorFlowBackend BACKEND = new TensorFlowBackend();

    private static final int ALL = Runtime.getRuntime().availableProcessors();

    private static Experiment wide(int width, int batch) {
        return Experiments.ring()
                .generator(MlpGenerator.of(width, width))
                .discriminator(MlpDiscriminator.of(width, width))
                .batch(batch)
                .build();
    }

    @Test
    void weights_of_both_players_are_counted() {
        // G: 4·16 + 16 to the hidden layer, 16·2 + 2 to the plane. D: 2·16 + 16, and 16 + 1 to the logit.
        assertThat(StepSize.of(Experiments.ring().build())).isEqualTo(new StepSize(114 + 65, 32, false));
    }

    @Test
    void small_nets_run_beside_each_other() {
        // About 2·128² = 33 thousand weights times 256 examples are 9 million products, below 2^25 = 34 million.
        assertThat(BACKEND.runsAtATime(wide(128, 256))).isEqualTo(ALL);
    }

    @Test
    void large_nets_run_one_by_one() {
        // About 2·512² = 520 thousand weights times 256 examples are 134 million products.
        assertThat(BACKEND.runsAtATime(wide(512, 256))).isEqualTo(1);
    }

    @Test
    void a_convolution_uses_its_weights_at_many_places() {
        ExperimentBuilder pictures = Experiments.ring()
                .dataset(new ImageNetsTrainingTest.RandomPictures(Shape.of(8, 8)))
                .discriminator(new DcganDiscriminator(4, 4, new Identity(), 0.2, new Normal(0.02)));
        assertThat(BACKEND.runsAtATime(pictures.build())).isEqualTo(1);
    }

    @Test
    void a_limit_in_minutes_buys_as_many_steps_as_one_run_alone_makes() {
        assertThat(BACKEND.runsAtATime(wide(128, 256).toBuilder().minutes(5).build()))
                .isEqualTo(1);
    }
}
