package org.gan4j.experiments.reproduce.theory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.command.Context;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("tensorflow")
class TheoryTest {
    /** Keeps what a reproduction prints and hands over. */
    private static final class Kept implements Context {
        private final Extensions extensions = Extensions.onClassPath();
        private final List<String> printed = new ArrayList<>();
        private final Map<String, Object> document = new HashMap<>();

        @Override
        public List<String> arguments() {
            return List.of("theory");
        }

        @Override
        public Extensions parts() {
            return extensions;
        }

        @Override
        public boolean json() {
            return false;
        }

        @Override
        public boolean quiet() {
            return true;
        }

        @Override
        public boolean dryRun() {
            return false;
        }

        @Override
        public void print(String line) {
            printed.add(line);
        }

        @Override
        public void result(Map<String, ?> result) {
            document.putAll(result);
        }

        @Override
        public void note(String line) {}
    }

    private final Kept kept = new Kept();

    /** Another pair than the defaults, which the documentation shows; both sides of each line come from different code. */
    @Test
    void every_line_passes_and_is_told() {
        int code = new Theory(-1.5, 0.7, 3).run(kept);
        String table = String.join("\n", kept.printed);
        assertThat(code).as(table).isZero();
        assertThat(table)
                .contains("Proposition 1 (section 4.1, equations 2 and 3)", "Theorem 1 (section 4.1, equations 4 to 6)")
                .doesNotContain("BROKEN");
        assertThat(kept.document).containsEntry("passed", true);
        assertThat((List<?>) kept.document.get("laws")).hasSize(41).allSatisfy(law -> assertThat(
                        ((Map<?, ?>) law).keySet())
                .map(Object::toString)
                .containsExactly(
                        "statement", "where", "law", "formula", "expected", "measured", "tolerance", "passed"));
    }
}
