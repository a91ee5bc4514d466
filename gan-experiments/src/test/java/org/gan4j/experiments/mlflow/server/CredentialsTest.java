package org.gan4j.experiments.mlflow.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.experiments.net.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests which of several logins counts. */
class CredentialsTest {
    @TempDir
    Path home;

    private Optional<String> header(String... variables) {
        Map<String, String> environment = new HashMap<>(Map.of("HOME", home.toString()));
        for (String variable : variables) {
            String[] parts = variable.split("=", 2);
            environment.put("MLFLOW_TRACKING_" + parts[0], parts[1]);
        }
        return Credentials.header(Optional.empty(), environment);
    }

    private static Optional<String> basic(String userAndPassword) {
        return Optional.of(
                "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8)));
    }

    private void credentials(String... lines) throws IOException {
        Files.createDirectories(home.resolve(".mlflow"));
        Files.write(home.resolve(".mlflow/credentials"), List.of(lines));
    }

    @Test
    void without_anything_nobody_logs_in() {
        assertThat(header()).isEmpty();
        assertThat(header("PASSWORD=p")).isEmpty();
    }

    @Test
    void the_address_comes_before_the_variables() {
        Optional<String> header = Credentials.header(
                Optional.of(new Login("a", "b")),
                Map.of("MLFLOW_TRACKING_USERNAME", "u", "MLFLOW_TRACKING_PASSWORD", "p"));
        assertThat(header).isEqualTo(basic("a:b"));
    }

    @Test
    void a_user_with_a_password_comes_before_a_token_and_a_user_without_one_after() {
        assertThat(header("USERNAME=u", "PASSWORD=p:ü", "TOKEN=t")).isEqualTo(basic("u:p:ü"));
        assertThat(header("USERNAME=u", "TOKEN=t")).contains("Bearer t");
        assertThat(header("TOKEN= t ")).contains("Bearer t");
        assertThat(header("USERNAME=u")).isEqualTo(basic("u:"));
    }

    @Test
    void the_file_gives_what_the_variables_leave_open_and_only_from_its_own_section() throws IOException {
        credentials(
                "[other]",
                "mlflow_tracking_username = wrong",
                "[mlflow]",
                "# a comment",
                "mlflow_tracking_username = filed",
                "MLFLOW_TRACKING_PASSWORD: se=cret");
        assertThat(header()).isEqualTo(basic("filed:se=cret"));
        assertThat(header("USERNAME=u")).isEqualTo(basic("u:se=cret"));
    }
}
