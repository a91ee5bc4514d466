package org.gan4j.experiments.program.command.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gan4j.api.run.Check;
import org.gan4j.experiments.library.data.files.Cache;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    @TempDir
    Path folder;

    private static HttpServer server(Map<String, String> answers) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = answers.getOrDefault(exchange.getRequestURI().getPath(), "?")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Check mlflow(String uri) {
        return DoctorCommand.mlflow(Map.of("MLFLOW_TRACKING_URI", uri));
    }

    @Test
    void a_server_is_asked_whether_it_is_mlflow() throws IOException {
        HttpServer real = server(Map.of("/health", "OK", "/version", "2.22.0"));
        HttpServer other = server(Map.of());
        try {
            String uri = "http://127.0.0.1:" + real.getAddress().getPort();
            assertThat(mlflow(uri + "/")).isEqualTo(Check.fine("mlflow", uri + "/ answers"));
            assertThat(mlflow("http://127.0.0.1:" + other.getAddress().getPort())
                            .detail())
                    .contains("does not answer as an MLflow server does");
        } finally {
            real.stop(0);
            other.stop(0);
        }
        Check gone = mlflow("http://127.0.0.1:" + real.getAddress().getPort());
        assertThat(gone.ok()).isFalse();
        assertThat(gone.detail()).startsWith("nothing listens at http://127.0.0.1:");
        assertThat(gone.remedy()).contains("MLFLOW_TRACKING_URI");
    }

    @Test
    void no_server_is_fine_and_no_address_is_not() {
        assertThat(DoctorCommand.mlflow(Map.of()).ok()).isTrue();
        assertThat(mlflow("not an address").detail()).contains("is not an http or https address");
        assertThat(mlflow("file:///tmp/mlruns").detail()).contains("is not an http or https address");
    }

    @Test
    void data_that_is_absent_is_fine_and_damaged_data_has_a_remedy() throws IOException {
        Extensions extensions = Extensions.onClassPath();

        assertThat(DoctorCommand.data(extensions, new Cache(folder)).ok()).isTrue();

        Path images = folder.resolve("mnist/train-images-idx3-ubyte");
        Files.createDirectories(images.getParent());
        Files.writeString(images, "damaged");
        Check damaged = DoctorCommand.data(extensions, new Cache(folder));
        assertThat(damaged.detail()).contains("mnist damaged");
        assertThat(damaged.remedy()).isEqualTo("gan data fetch mnist fetches them anew");

        Check file = DoctorCommand.data(extensions, new Cache(images));
        assertThat(file.detail()).contains("but is a file");
        assertThat(file.remedy()).contains("GAN_DATA");
    }
}
