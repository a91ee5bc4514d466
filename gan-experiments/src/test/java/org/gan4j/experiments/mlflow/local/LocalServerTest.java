package org.gan4j.experiments.mlflow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LocalServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private interface Use {
        void on(int port) throws IOException;
    }

    private static void withAnswers(Map<String, String> answers, Use use) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String answer = answers.get(exchange.getRequestURI().getPath());
            byte[] bytes = String.valueOf(answer).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer == null ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            use.on(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    private LocalServer findOrStart(int port) {
        return LocalServer.findOrStart(folder, port, Map.of("PATH", folder.toString()), PATIENCE, note -> {});
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Path program(String name, String script) throws IOException {
        Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script);
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void an_mlflow_that_is_there_is_used_and_not_ended() throws IOException {
        withAnswers(Map.of("/health", "OK", "/version", "3.17.2"), port -> {
            LocalServer server = findOrStart(port);
            server.close();

            assertThat(server.uri()).isEqualTo("http://127.0.0.1:" + port);
            assertThat(ServerProbe.at(server.uri())).isEqualTo(ServerProbe.MLFLOW);
        });
    }

    @Test
    void a_port_that_something_else_uses_is_a_mistake_of_the_user() throws IOException {
        withAnswers(Map.of("/health", "OK"), port -> assertThatThrownBy(() -> findOrStart(port))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("--port: " + port + " is taken by a program that is not MLflow; choose another port"));
    }

    @Test
    void without_mlflow_one_line_says_how_to_get_it() {
        assertThatThrownBy(() -> findOrStart(freePort()))
                .isInstanceOf(WorkFailed.class)
                .hasMessage("MLflow is not installed; get it with: pip install mlflow");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void mlflow_itself_is_better_than_the_programs_that_fetch_it() throws IOException {
        Map<String, String> environment = Map.of("PATH", "/nowhere:" + folder);
        Path pipx = program("pipx", "");
        assertThat(MlflowProgram.find(environment).orElseThrow().words())
                .isEqualTo(List.of(pipx.toString(), "run", "mlflow"));
        Path uvx = program("uvx", "");
        assertThat(MlflowProgram.find(environment).orElseThrow().words()).isEqualTo(List.of(uvx.toString(), "mlflow"));
        Path mlflow = program("mlflow", "");
        assertThat(MlflowProgram.find(environment).orElseThrow().words()).isEqualTo(List.of(mlflow.toString()));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_server_that_does_not_start_says_why() throws IOException {
        program("mlflow", "echo 'the database is of another version'; exit 1\n");

        assertThatThrownBy(() -> findOrStart(freePort()))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("the database is of another version");
    }

    @Test
    void a_server_of_ones_own_keeps_its_data_beside_the_runs_and_to_this_machine() {
        List<String> line = new MlflowProgram(List.of("mlflow")).server(Path.of("/r"), 5050);

        assertThat(String.join(" ", line))
                .isEqualTo("mlflow server --backend-store-uri sqlite:////r/mlflow.db"
                        + " --artifacts-destination /r/mlflow-artifacts --host 127.0.0.1 --port 5050 --workers 1");
    }
}
