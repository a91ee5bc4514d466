package org.gan4j.experiments.run.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gan4j.api.Prior.Code;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.train.Draws;
import org.junit.jupiter.api.Test;

class CodeLatentsTest {
    /** One value of noise, a class of two, and two numbers. */
    private static final Draws DRAWS = new Draws(
            Shape.of(1, 1), 0, Shape.of(5), List.of(Code.categorical(2), Code.continuous(), Code.continuous()));

    @Test
    void each_noise_has_each_class() {
        FloatTensor noises = new FloatTensor(Shape.of(2, 5), new float[] {7, 1, 0, 0.5f, 0.25f, 8, 0, 1, 0, 0});
        FloatTensor latent = new CodeLatents(DRAWS).classes(noises).orElseThrow();
        assertThat(latent.count()).isEqualTo(4);
        assertThat(latent.row(0)).containsExactly(7, 1, 0, 0.5f, 0.25f);
        assertThat(latent.row(1)).containsExactly(7, 0, 1, 0.5f, 0.25f);
        assertThat(latent.row(2)).containsExactly(8, 1, 0, 0, 0);
        assertThat(latent.row(3)).containsExactly(8, 0, 1, 0, 0);
    }

    @Test
    void a_plane_runs_from_corner_to_corner_with_all_else_0() {
        FloatTensor latent = new CodeLatents(DRAWS).planes().orElseThrow();
        int points = CodeLatents.SIDE * CodeLatents.SIDE;
        assertThat(latent.count()).isEqualTo(2 * points);
        assertThat(latent.row(0)).containsExactly(0, 1, 0, -1, -1);
        // The second number grows to the right, and the first downwards.
        assertThat(latent.row(CodeLatents.SIDE - 1)).containsExactly(0, 1, 0, -1, 1);
        assertThat(latent.row(points - CodeLatents.SIDE)).containsExactly(0, 1, 0, 1, -1);
        assertThat(latent.row(2 * points - 1)).containsExactly(0, 0, 1, 1, 1);
    }

    @Test
    void without_a_category_there_is_one_plane_and_with_one_number_none() {
        Draws numbers = new Draws(Shape.of(1, 1), 0, Shape.of(3), List.of(Code.continuous(), Code.continuous()));
        assertThat(new CodeLatents(numbers).planes().orElseThrow().count())
                .isEqualTo(CodeLatents.SIDE * CodeLatents.SIDE);
        assertThat(new CodeLatents(numbers).classes(new FloatTensor(Shape.of(1, 3), new float[3])))
                .isEmpty();
        Draws one = new Draws(Shape.of(1, 1), 0, Shape.of(3), List.of(Code.continuous()));
        assertThat(new CodeLatents(one).planes()).isEmpty();
    }
}
