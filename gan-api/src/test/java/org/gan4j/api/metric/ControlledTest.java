package org.gan4j.api.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControlledTest {
    private static Measurement number(String name, double value) {
        return new Measurement(name, value, 0, 10, "test", Map.of());
    }

    @Test
    void a_control_belongs_to_the_number_that_its_name_begins_with() {
        Measurement precision = number("eval/precision", 0.7);
        Measurement recall = number("eval/recall", 0.6).under("n10");
        Metric.Controlled both = new Metric.Controlled(
                List.of(precision, recall),
                List.of(number("precision: noise", 0.1), number("recall: noise", 0.2), number("noise", 0.3)));

        assertThat(both.controlsOf(precision)).isEqualTo(Map.of("noise", 0.1));
        assertThat(both.controlsOf(recall)).isEqualTo(Map.of("noise", 0.2));
    }

    @Test
    void a_lone_number_has_all_controls_but_those_of_something_else() {
        Measurement score = number("eval/score", 9);
        Metric.Controlled measured = new Metric.Controlled(
                List.of(score), List.of(number("accuracy: real pictures", 0.9), number("noise", 1)));

        assertThat(measured.controlsOf(score)).isEqualTo(Map.of("noise", 1.0));
    }
}
