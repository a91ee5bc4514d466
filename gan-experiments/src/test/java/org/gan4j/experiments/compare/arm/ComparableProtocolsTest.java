package org.gan4j.experiments.compare.arm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gan4j.api.metric.Measurement;
import org.gan4j.experiments.compare.arm.ComparableProtocols.Apart;
import org.junit.jupiter.api.Test;

class ComparableProtocolsTest {
    @Test
    void what_was_found_on_the_way_keeps_nothing_apart() {
        Measurement one = new Measurement("eval/parzen", 1, 0, 10, "test", Map.of(), Map.of("sigma", 0.1));
        Measurement other = new Measurement("eval/parzen", 2, 0, 10, "test", Map.of(), Map.of("sigma", 0.2));
        assertThat(ComparableProtocols.names(List.of(List.of(one), List.of(other))))
                .containsExactly(Map.of(), Map.of());
    }

    @Test
    void other_splits_and_unknown_protocols_say_so() {
        Measurement test = new Measurement("eval/parzen", 1, 0, 10, "test", Map.of());
        Measurement validation = new Measurement("eval/parzen", 2, 0, 10, "validation", Map.of("folds", 2.5));
        assertThat(ComparableProtocols.names(List.of(List.of(test), List.of(validation), List.of())))
                .containsExactly(
                        Map.of("eval/parzen", new Apart("eval/parzen", "folds none, split test")),
                        Map.of("eval/parzen", new Apart("eval/parzen", "folds 2.5, split validation")),
                        Map.of("eval/parzen", new Apart("eval/parzen", "protocol not recorded")));
        assertThat(new Apart("eval/parzen", "split test")).hasToString("eval/parzen [split test]");
    }
}
