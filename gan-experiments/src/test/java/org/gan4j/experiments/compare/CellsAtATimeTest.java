package org.gan4j.experiments.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.api.experiment.Backend;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.Check;
import org.gan4j.api.run.Run;
import org.gan4j.experiments.run.Games;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsAtATimeTest {
    @TempDir
    Path folder;

    /** Makes as many runs at a time as the seed says. */
    record AsManyAsTheSeed() implements Backend {
        @Override
        public Run open(Experiment experiment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int runsAtATime(Experiment experiment) {
            return Math.toIntExact(experiment.seed());
        }

        @Override
        public Map<String, String> versions() {
            return Map.of();
        }

        @Override
        public List<Check> check() {
            return List.of();
        }
    }

    private List<Experiment> grid(String seeds) {
        return new Games(folder)
                .cells("loss=one,wide", "seed=" + seeds).stream()
                        .map(cell ->
                                cell.toBuilder().backend(new AsManyAsTheSeed()).build())
                        .toList();
    }

    @Test
    void a_number_holds_for_every_grid() {
        assertThat(CellsAtATime.parse("3").in(grid("1"))).isEqualTo(3);
    }

    @Test
    void auto_is_what_the_backend_would_choose_for_the_cell_that_wants_fewest() {
        // Two losses: six cells, which want 2, 3 or 4 at a time.
        assertThat(CellsAtATime.parse("auto").in(grid("2,3,4"))).isEqualTo(2);
    }

    @Test
    void auto_is_no_more_than_the_cells() {
        assertThat(CellsAtATime.parse("auto").in(grid("9"))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "two", "", "1.5"})
    void anything_else_is_refused_with_what_to_write(String text) {
        assertThatThrownBy(() -> CellsAtATime.parse(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("--together: '" + text + "' is not a number of runs; write auto, or a number from 1 on");
    }
}
