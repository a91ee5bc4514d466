package org.gan4j.experiments.reproduce.theory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.experiments.reproduce.ReproductionRenderer;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("tensorflow")
class TheoryTest {
    /** Another pair than the defaults, which the documentation shows; both sides of each line come from different code. */
    @Test
    void every_line_passes_and_is_reported() {
        TheoryResult result =
                new Theory(-1.5, 0.7, 3).run(ReproductionRequest.of(Extensions.onClassPath(), Path.of("")));

        assertThat(result.laws()).hasSize(41).allSatisfy(row -> {
            assertThat(row.passed()).as(row.law()).isTrue();
            assertThat(Math.abs(row.measured() - row.expected())).isLessThanOrEqualTo(row.tolerance());
        });
        assertThat(result.verdict().isReproduced()).isTrue();
        ReproductionRenderer rendered = new ReproductionRenderer(result);
        assertThat(rendered.exitCode()).isZero();
        assertThat(String.join("\n", rendered.text()))
                .contains("Proposition 1 (section 4.1, equations 2 and 3)", "Theorem 1 (section 4.1, equations 4 to 6)")
                .contains("\nreproduced; required: ")
                .doesNotContain("BROKEN");
        assertThat(rendered.document()).containsOnlyKeys("passed", "laws").containsEntry("passed", true);
        assertThat((List<?>) rendered.document().get("laws")).hasSize(41).allSatisfy(law -> assertThat(
                        ((Map<?, ?>) law).keySet())
                .map(Object::toString)
                .containsExactly(
                        "statement", "where", "law", "formula", "expected", "measured", "tolerance", "passed"));
    }
}
