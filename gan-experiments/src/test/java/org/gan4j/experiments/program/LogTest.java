package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;
import org.gan4j.experiments.mlflow.server.Address;
import org.gan4j.experiments.mlflow.server.Http;
import org.gan4j.experiments.mlflow.server.OfficialClient;
import org.gan4j.experiments.run.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.mlflow.tracking.MlflowClient;
import org.mlflow_project.apachecommons.logging.LogFactory;
import org.mlflow_project.apachecommons.logging.impl.NoOpLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tests what the program's configuration makes of the log. */
class LogTest {
    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    private static String standardErrorOf(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void a_warning_begins_with_the_name_of_the_program() {
        assertThat(standardErrorOf(() -> LOG.warn("{} lacks {} records", "runs/ring·1", 1234)))
                .isEqualTo("gan: runs/ring·1 lacks 1234 records\n");
    }

    @Test
    void a_note_is_a_bare_line() {
        assertThat(standardErrorOf(() -> LOG.info("  trying a mirror"))).isEqualTo("  trying a mirror\n");
    }

    @Test
    @DisabledIfEnvironmentVariable(named = "GAN_DEBUG", matches = ".*")
    void stack_traces_are_left_out_unless_someone_asks_for_them() {
        assertThat(standardErrorOf(() -> LOG.debug("A stack trace:", new IllegalStateException("boom"))))
                .isEmpty();
    }

    @Test
    void a_library_shows_time_and_level_of_a_warning_and_nothing_less() {
        Logger library = LoggerFactory.getLogger("com.example.Library");
        assertThat(standardErrorOf(() -> {
                    library.info("hello");
                    library.warn("trouble");
                }))
                .matches("\\d\\d:\\d\\d:\\d\\d WARN  com.example.Library: trouble\n");
    }

    @Test
    void the_http_client_of_mlflow_is_silent_and_the_logging_of_the_JDK_is_as_it_was() {
        try (Http http = new Http(Address.of("http://127.0.0.1:1"))) {
            OfficialClient client = new OfficialClient(http);
            assertThat(standardErrorOf(() -> assertThatThrownBy(() -> client.ask(MlflowClient::searchExperiments))
                            .isInstanceOf(IOException.class)))
                    .isEmpty();
        }
        assertThat(LogFactory.getLog("org.mlflow_project.apachehttp")).isInstanceOf(NoOpLog.class);
        assertThat(LogManager.getLogManager().getLogger("org.mlflow_project")).isNull();
    }
}
