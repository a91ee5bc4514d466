package org.gan4j.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The data are N(0, 1) here. */
class BestOpinionTest {
    private static final int SIDE = 121;

    private static double place(int i) {
        return -6 + 0.1 * i;
    }

    private static Scene scene() {
        double[] density = IntStream.range(0, SIDE)
                .mapToDouble(i -> Math.exp(-place(i) * place(i) / 2) / Math.sqrt(2 * Math.PI))
                .toArray();
        return new Scene(Scene.Kind.LINE, -6, 6, SIDE, new float[0], density);
    }

    private static float[] normal(double mean) {
        Random random = new Random(1);
        float[] values = new float[20_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (mean + random.nextGaussian());
        }
        return values;
    }

    /** log p - log q = ((x - 1)² - x²) / 2 = 1/2 - x, so D* = sigmoid(1/2 - x): 0.5 at x = 0.5, and 0.95 at x = -2.5. */
    @Test
    void the_best_d_against_a_shifted_generator_is_a_sigmoid() {
        float[] best = BestOpinion.on(scene(), normal(1));

        for (int i = 0; i < SIDE; i++) {
            if (Math.abs(place(i) - 0.5) < 2) {
                assertThat((double) best[i])
                        .as("at %s", place(i))
                        .isCloseTo(1 / (1 + Math.exp(place(i) - 0.5)), within(0.03));
            }
        }
    }

    @Test
    void against_the_data_themselves_it_guesses_where_there_are_some() {
        float[] best = BestOpinion.on(scene(), normal(0));

        assertThat(best[60]).isCloseTo(0.5f, within(0.02f));
        // N(0, 1) has 0.011 of its greatest density at 3.
        assertThat(best[30]).isEqualTo(BestOpinion.UNKNOWN);
        assertThat(best[90]).isEqualTo(BestOpinion.UNKNOWN);
    }

    @Test
    void a_generator_of_one_number_is_told_apart_everywhere_else() {
        float[] best = BestOpinion.on(scene(), new float[100]);

        assertThat(best[60]).isLessThan(0.1f);
        assertThat(best[50]).isGreaterThan(0.99f);
    }
}
