package org.gan4j.experiments.program.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gan4j.api.problem.WorkFailed;
import org.junit.jupiter.api.Test;

class StackTraceTest {
    private static String shown(Map<String, String> environment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkFailed failure = new WorkFailed("metric spread failed", new IllegalStateException("boom"));
        StackTrace.show(failure, new PrintStream(out, true, StandardCharsets.UTF_8), environment);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_stack_and_its_cause_are_shown_to_those_who_ask_for_them() {
        assertThat(shown(Map.of("GAN_DEBUG", "1")))
                .contains(
                        "metric spread failed",
                        "Caused by: java.lang.IllegalStateException: boom",
                        "StackTraceTest.shown(");
        assertThat(shown(Map.of())).isEmpty();
    }
}
