package org.gan4j.experiments.mlflow.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    private static final Address ADDRESS = Address.of("http://tracking:5000");

    private static IOException trouble(int status, String body) {
        return MlflowErrors.trouble(ADDRESS, status, body);
    }

    @Test
    void who_is_not_known_there_is_told_how_to_log_in() {
        assertThat(trouble(401, "You are not authenticated."))
                .isNotInstanceOf(MlflowErrors.Refused.class)
                .hasMessageContaining(
                        "MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN");
    }

    @Test
    void who_may_not_write_there_is_told_so_and_what_the_server_says() {
        assertThat(trouble(403, "{\"message\": \"Permission denied\"}"))
                .isNotInstanceOf(MlflowErrors.Refused.class)
                .hasMessage("this user may not write there (403: Permission denied)");
    }

    @Test
    void a_server_that_does_not_know_its_name_is_to_be_started_with_it() {
        assertThat(trouble(403, "Invalid Host header - possible DNS rebinding attack detected"))
                .isNotInstanceOf(MlflowErrors.Refused.class)
                .hasMessage(
                        "it does not answer to the name tracking: start the server with --allowed-hosts 'tracking:*'");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void trouble_that_passes_is_no_refusal(int status) {
        assertThat(trouble(status, "<html>\n<body>"))
                .isNotInstanceOf(MlflowErrors.Refused.class)
                .hasMessageContaining(status + ": <html>");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 422})
    void what_mlflow_itself_does_not_take_is_refused_for_good(int status) {
        assertThat(trouble(status, "{\"error_code\": \"INVALID_PARAMETER_VALUE\", \"message\": \"too long\"}"))
                .isInstanceOfSatisfying(MlflowErrors.Refused.class, refusal -> assertThat(refusal.isForGood())
                        .isTrue())
                .hasMessage(status + ": too long");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 405, 409, 411, 415, 421, 422, 431})
    void the_same_from_a_program_before_it_may_be_another_on_another_day(int status) {
        for (String body : List.of("", "<html><h1>No</h1></html>", "{\"detail\": \"no\"}")) {
            assertThat(trouble(status, body)).as(body).isNotInstanceOf(MlflowErrors.Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 413})
    void what_is_missing_or_too_large_is_refused_but_not_for_good(int status) {
        assertThat(trouble(status, "<html>"))
                .isInstanceOfSatisfying(MlflowErrors.Refused.class, refusal -> assertThat(refusal.isForGood())
                        .isFalse());
    }

    /** From half past eight: 90 s later, an hour earlier, and what is neither a count nor a date. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | 120",
                "Sun, 22 Nov 2026 08:31:30 GMT | 90",
                "Sun, 22 Nov 2026 07:30:00 GMT | 0",
                "soon |",
                "-5 |"
            })
    void a_pause_is_asked_for_in_seconds_or_as_a_date(String header, Long seconds) {
        ZonedDateTime now = ZonedDateTime.of(2026, 11, 22, 8, 30, 0, 0, ZoneOffset.UTC);

        assertThat(MlflowErrors.pause(header, now).map(Duration::toSeconds).orElse(null))
                .isEqualTo(seconds);
    }
}
