package org.gan4j.experiments.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReproductionRendererTest {
    private record Row(String name, double value, @TextOnly double hidden) {}

    private record Found(
            List<Path> files, List<Row> rows, @TextOnly int count, Verdict verdict) implements ReproductionResult {
        @Override
        public void describe(ResultText text) {
            rows.forEach(row -> text.format("%s %.2f", row.name, row.value));
        }
    }

    private static ReproductionRenderer rendered(Verdict verdict) {
        return new ReproductionRenderer(
                new Found(List.of(Path.of("a.png")), List.of(new Row("x", 1.5, 7)), 3, verdict));
    }

    @Test
    void text_says_the_numbers_then_the_verdict_then_the_files() {
        assertThat(rendered(Verdict.of(true, "x above 1")).text())
                .containsExactly("x 1.50", "reproduced; required: x above 1", "a.png");
    }

    @Test
    void the_document_has_each_component_but_those_for_the_text_alone() {
        assertThat(rendered(Verdict.of(true, "")).document())
                .isEqualTo(
                        Map.of("files", List.of(Path.of("a.png")), "rows", List.of(Map.of("name", "x", "value", 1.5))));
    }

    @Test
    void only_a_missed_bound_fails() {
        assertThat(rendered(Verdict.of(true, "")).exitCode()).isZero();
        assertThat(rendered(Verdict.of(false, "")).exitCode()).isEqualTo(1);
        assertThat(rendered(Verdict.measuredOnly()).exitCode()).isZero();
        assertThat(rendered(Verdict.measuredOnly()).text())
                .contains("measured only; required: nothing, because the paper" + " states no number");
        assertThat(rendered(Verdict.of(false, "x above 2")).text()).contains("not reproduced; required: x above 2");
    }
}
