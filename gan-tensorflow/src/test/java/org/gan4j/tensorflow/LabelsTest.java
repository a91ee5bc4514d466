package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.api.train.Term;
import org.gan4j.standard.schedule.Algorithm1;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Labels of real examples, as a draw of an update. */
@Tag("tensorflow")
class LabelsTest {
    private static final int ROWS = 60;

    /** Row i holds the byte 4·i and has the class i mod 3. */
    private record Labelled(int classes, boolean hasLabels) implements Dataset.Finite {
        @Override
        public Shape shape() {
            return Shape.of(2);
        }

        @Override
        public Table load(Split split) {
            byte[] bytes = new byte[2 * ROWS];
            int[] labels = new int[ROWS];
            for (int i = 0; i < ROWS; i++) {
                bytes[2 * i] = (byte) (4 * i);
                labels[i] = i % 3;
            }
            return new Table(shape(), bytes, hasLabels ? Optional.of(labels) : Optional.empty());
        }

        @Override
        public String digest() {
            return "labelled";
        }
    }

    /** Looks at the labels, and adds nothing. */
    private record Looking() implements Term {
        @Override
        public List<Player> players() {
            return List.of(Player.DISCRIMINATOR, Player.GENERATOR);
        }

        @Override
        public double weight() {
            return 1;
        }

        @Override
        public <T> Expr<T> value(Step<T> step) {
            return step.get(Signal.LABEL).sum().times(0);
        }
    }

    private static TensorFlowRun open(Dataset data) {
        return Experiments.open(
                Experiments.ring().dataset(data).schedule(new Algorithm1(2)).addTerm(new Looking()));
    }

    @Test
    void belong_to_the_rows_that_the_update_draws() {
        List<FloatTensor> real = new ArrayList<>();
        List<FloatTensor> labels = new ArrayList<>();
        try (TensorFlowRun run = open(new Labelled(3, true))) {
            run.watch((update, draws) -> {
                real.add(draws.get("real"));
                labels.add(draws.get("label"));
            });
            run.advance(2);
        }
        // Two updates of D and one of G a step.
        assertThat(labels).hasSize(6);
        for (int update = 0; update < labels.size(); update++) {
            assertThat(labels.get(update).shape()).isEqualTo(Shape.of(32, 3));
            for (int i = 0; i < 32; i++) {
                int row = Math.round(real.get(update).row(i)[0] * 255) / 4;
                float[] expected = new float[3];
                expected[row % 3] = 1;
                assertThat(labels.get(update).row(i)).as("row %s", row).isEqualTo(expected);
            }
        }
    }

    @Test
    void of_endless_data_are_not_drawn() {
        assertThatThrownBy(() -> open(new Ring()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a step draws [latent, real]; there is no \"label\"");
    }

    @Test
    void that_contradict_what_the_set_declares_are_refused() {
        assertThatThrownBy(() -> open(new Labelled(2, true)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("has the label 2 and declares 2 classes, counted from 0");
        assertThatThrownBy(() -> open(new Labelled(3, false)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("declares classes, and its training split has no labels");
    }
}
