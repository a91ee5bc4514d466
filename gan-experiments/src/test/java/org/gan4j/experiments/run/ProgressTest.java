package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final AtomicLong now = new AtomicLong();
    private final Progress progress = Progress.plain(new PrintStream(out, true, StandardCharsets.UTF_8), now::get);

    @Test
    void elsewhere_than_on_a_terminal_a_whole_line_comes_every_ten_seconds() {
        progress.at("ring/seed1", 100, 0.25, new Progress.Pace(100, 0.25, 5), Map.of("loss/d", 1.25));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        now.set(10_000);
        progress.at("ring/seed1", 100, 0.25, new Progress.Pace(100, 0.25, 5), Map.of("loss/d", 1.25));
        // 100 steps in 5 s are 20 a second; a quarter took 5 s, so three quarters take 15 s.
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("ring/seed1  step 100  25 %  loss d 1.250  20 steps/s  15 s left" + System.lineSeparator());
    }

    @Test
    void what_the_loss_keeps_is_shown() {
        now.set(10_000);
        progress.at("ring/seed1", 100, 0.25, new Progress.Pace(0, 0, 0), Map.of("loss/d", 1.25, "state/k", 0.5));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("ring/seed1  step 100  25 %  loss d 1.250  state/k 0.500" + System.lineSeparator());
    }

    @Test
    void the_speed_of_a_run_that_was_gone_on_with_is_that_of_the_steps_made_since() {
        now.set(10_000);
        progress.at("mnist/seed1", 8_100, 0.81, new Progress.Pace(100, 0.01, 5), Map.of());
        // 100 steps in 5 s are 20 a second, whatever was made before; 0.01 took 5 s, so the 0.19 that are left take 95
        // s.
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("mnist/seed1  step 8,100  81 %  20 steps/s  1 min 35 s left" + System.lineSeparator());
    }

    @Test
    void error_rates_are_told_in_words() {
        now.set(10_000);
        progress.at(
                "a", 1, 0, new Progress.Pace(1, 0, 0), Map.of("d/false-positives", 0.09, "d/false-negatives", 0.04));
        // 9 % of the fakes pass, so 91 % are caught
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("D catches 91 % of the fakes, rejects 4 % of the real examples");
    }

    @Test
    void mean_logits_are_told_where_d_is_no_probability() {
        now.set(10_000);
        progress.at("a", 1, 0, new Progress.Pace(1, 0, 0), Map.of("logit/real", 1.5, "logit/fake", -0.25));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("  logits real 1.500  fake -0.250");
    }

    @Test
    void durations_over_a_minute_are_told_in_minutes() {
        assertThat(Progress.duration(59.4)).isEqualTo("59 s");
        assertThat(Progress.duration(125)).isEqualTo("2 min 5 s");
    }
}
