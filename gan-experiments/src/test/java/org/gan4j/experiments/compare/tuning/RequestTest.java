package org.gan4j.experiments.compare.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gan4j.api.problem.InvalidInput;
import org.junit.jupiter.api.Test;

class RequestTest {
    @Test
    void what_is_said_of_tuning_is_taken_out_of_the_arguments() {
        TuningRequest request = TuningRequest.of(List.of(
                "ring",
                "loss=minimax",
                "tune.rate=0.1,0.2",
                "tune.seeds=range(7,9)",
                "tune.metric=jsd",
                "tune.goal=lowest",
                "tune.key=optimizer.rate"));

        assertThat(request)
                .isEqualTo(new TuningRequest(
                        List.of("0.1", "0.2"),
                        List.of(7L, 8L),
                        "jsd",
                        "lowest",
                        "optimizer.rate",
                        List.of("ring", "loss=minimax")));
        assertThat(TuningRequest.of(List.of("ring", "seed=1")).isNone()).isTrue();
    }

    @Test
    void all_mistakes_are_told_at_once() {
        assertThatThrownBy(() ->
                        TuningRequest.of(List.of("tune.rates=1,2", "tune.goal=up", "tune.seeds=x", "tune.rate=-1")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("unknown key 'tune.rates', did you mean 'tune.rate'?")
                .hasMessageContaining("'x' is not a whole number")
                .hasMessageContaining("several rates are to be tried")
                .hasMessageContaining("'-1' is not a positive number")
                .hasMessageContaining("tune.goal=up: takes lowest or highest");
    }

    @Test
    void rates_are_tried_with_three_seeds_that_the_comparison_lacks() {
        TuningRequest request = TuningRequest.of(List.of("ring", "tune.rate=0.1,0.2"));

        assertThat(request.seeds(List.of(1L, 2L))).containsExactly(1001L, 1002L, 1003L);
        assertThat(request.seeds(List.of(1002L))).containsExactly(1001L, 1003L, 1004L);
        TuningRequest given = TuningRequest.of(List.of("ring", "tune.rate=0.1,0.2", "tune.seeds=5,6"));
        assertThat(given.seeds(List.of(1L))).containsExactly(5L, 6L);
        assertThatThrownBy(() -> given.seeds(List.of(6L, 7L)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("[6] are in both");
    }
}
