package org.gan4j.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProblemsTest {
    @Test
    void all_mistakes_are_told_at_once_a_line_each() {
        Problems problems = new Problems();
        problems.add("a.yaml:2:1", "unknown key 'los'");
        problems.add("", "no recipe");
        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOf(InvalidInput.class)
                .hasMessage("a.yaml:2:1: unknown key 'los'\nno recipe")
                .satisfies(e -> assertThat(((InvalidInput) e).problems()).hasSize(2));
    }

    @Test
    void of_a_long_setting_the_beginning_is_shown() {
        assertThat(new Problem("a".repeat(200), "no")).hasToString("a".repeat(200) + ": no");
        assertThat(new Problem("a".repeat(201), "no")).hasToString("a".repeat(200) + "… (201 characters): no");
    }

    @Test
    void without_mistakes_nothing_is_thrown() {
        assertThatCode(() -> new Problems().throwIfAny()).doesNotThrowAnyException();
        assertThat(new Problems().isEmpty()).isTrue();
    }
}
