package org.gan4j.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoWinsTest {
    /** The shares of forged notes accepted and of real notes rejected, and the means of D over real and forged ones. */
    @ParameterizedTest
    @CsvSource({
        "0.01, 0.02, 0.98, 0.03, The police win",
        "0.99, 0.01, 0.60, 0.58, The counterfeiter passes",
        "0.20, 0.30, 0.70, 0.30, The police are ahead",
        "0.50, 0.50, 0.50, 0.50, Nobody is ahead",
        "0.40, 0.40, 0.60, 0.41, The game is close",
    })
    void the_sentence_says_who_wins(double accepted, double rejected, double real, double fake, String beginning) {
        assertThat(WhoWins.of(
                        Map.of(
                                "d/false-positives", accepted,
                                "d/false-negatives", rejected,
                                "d/real", real,
                                "d/fake", fake),
                        ""))
                .startsWith(beginning);
    }

    @Test
    void a_loss_without_a_boundary_has_no_winner_and_the_alarm_comes_first() {
        assertThat(WhoWins.of(Map.of("logit/real", 3.0), "")).isEmpty();
        assertThat(WhoWins.of(Map.of(), "collapse alarm at step 300")).contains("the collapse alarm is on");
    }
}
