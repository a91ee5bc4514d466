package org.gan4j.experiments.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WebClientTest {
    private static final Duration SILENCE = Duration.ofMillis(400);

    private interface Answer {
        void to(HttpExchange exchange) throws Exception;
    }

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private Answer answer = exchange -> respond(exchange, 200, "fine");

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                            .orElse("-"));
            try {
                answer.to(exchange);
            } catch (InterruptedException e) {
                // The test is over.
            } catch (Exception e) {
                throw new IOException(e);
            } finally {
                exchange.close();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private String uri() {
        return "http://127.0.0.1:" + port();
    }

    private static WebClient client(Map<String, String> environment) {
        return new WebClient(new Proxies(environment), SILENCE, Optional.empty());
    }

    private HttpResponse<String> put(WebClient client, String uri, byte[] body) throws IOException {
        return client.send("PUT", uri, Map.of(), BodyPublishers.ofByteArray(body), BodyHandlers.ofString());
    }

    /** Ten pauses of half the limit, on either way, are five limits in all. */
    @Test
    void a_slow_line_takes_as_long_as_it_needs() throws IOException {
        // More than the buffers of the system hold, so that the sender feels the pauses.
        byte[] body = new byte[20 << 20];
        answer = exchange -> {
            InputStream in = exchange.getRequestBody();
            for (int part = 0; part < 10; part++) {
                Thread.sleep(SILENCE.toMillis() / 2);
                in.readNBytes(body.length / 10);
            }
            assertThat(in.read()).isNegative();
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int part = 0; part < 10; part++) {
                    Thread.sleep(SILENCE.toMillis() / 2);
                    out.write('.');
                    out.flush();
                }
            }
        };
        try (WebClient client = client(Map.of())) {
            assertThat(put(client, uri(), body).body()).isEqualTo("..........");
        }
    }

    @Test
    void silence_ends_a_request_before_the_answer_and_within_it() {
        try (WebClient client = client(Map.of())) {
            for (boolean within : new boolean[] {false, true}) {
                answer = exchange -> {
                    if (within) {
                        exchange.sendResponseHeaders(200, 0);
                        exchange.getResponseBody().write('.');
                        exchange.getResponseBody().flush();
                    }
                    Thread.sleep(3_600_000);
                };
                assertThatThrownBy(() -> put(client, uri(), new byte[0]))
                        .isInstanceOf(HttpTimeoutException.class)
                        .hasMessageContaining("no answer within");
            }
        }
    }

    @Test
    void closing_releases_who_waits_and_refuses_who_comes() throws Exception {
        answer = exchange -> Thread.sleep(3_600_000);
        WebClient client = new WebClient(Proxies.none(), Duration.ofHours(1), Optional.empty());
        Future<HttpResponse<String>> waiting = threads.submit(() -> put(client, uri(), new byte[1]));
        while (heard.isEmpty()) {
            Thread.sleep(5);
        }
        client.close();

        assertThatThrownBy(waiting::get).hasRootCauseInstanceOf(Exception.class).hasMessageContaining("ended");
        assertThatThrownBy(() -> put(client, uri(), new byte[1])).hasMessageContaining("ended");
    }

    /** printf 'bob:p@ss' | base64 */
    @Test
    void a_proxy_is_asked_in_place_of_the_server_and_with_its_own_login() throws IOException {
        answer = exchange -> respond(
                exchange,
                "Basic Ym9iOnBAc3M=".equals(exchange.getRequestHeaders().getFirst("Proxy-Authorization")) ? 200 : 407,
                "by proxy");
        try (WebClient client = client(Map.of("http_proxy", "http://bob:p@ss@127.0.0.1:" + port()))) {
            assertThat(put(client, "http://mlflow.lab.invalid/x?y=z", new byte[3])
                            .body())
                    .isEqualTo("by proxy");
            assertThat(heard).containsExactly("PUT http://mlflow.lab.invalid/x?y=z -");
        }
        try (WebClient client = client(Map.of("http_proxy", "127.0.0.1:" + port()))) {
            assertThatThrownBy(() -> put(client, "http://mlflow.lab.invalid/", new byte[3]))
                    .hasMessage("the proxy requires a login: set http_proxy=http://USER:PASSWORD@HOST:PORT");
        }
    }

    /** Java's client cannot ask a proxy of such a name; in this domain nobody has one. */
    @Test
    void a_proxy_with_an_underscore_is_looked_up_by_name() {
        try (WebClient client = client(Map.of("http_proxy", "http://my_proxy.invalid:3128"))) {
            assertThatThrownBy(() -> put(client, "http://mlflow.lab.invalid", new byte[3]))
                    .isInstanceOf(UnknownHostException.class)
                    .hasMessage("the host is unknown: the proxy my_proxy.invalid:3128");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a b", "http://h:99999", "socks5://h:1"})
    void a_proxy_that_is_none_is_an_error_of_the_network(String value) {
        try (WebClient client = client(Map.of("http_proxy", value))) {
            assertThatThrownBy(() -> put(client, "http://mlflow.lab.invalid", new byte[3]))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_server_whose_name_java_does_not_take_is_refused_with_the_reason() {
        try (WebClient client = client(Map.of())) {
            assertThatThrownBy(() -> put(client, "http://mlflow_server.invalid:5000/x", new byte[1]))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("mlflow_server.invalid is unknown here")
                    .hasMessageContaining("Java takes no host name such as");
            assertThatThrownBy(() -> put(client, "https://mlflow_server.invalid", new byte[1]))
                    .hasMessageContaining("give the server another name");
        }
    }

    @Test
    void what_cannot_be_reached_is_named() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (WebClient client = client(Map.of())) {
            assertThatThrownBy(() -> put(client, "http://127.0.0.1:" + free, new byte[1]))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("no connection to 127.0.0.1:" + free);
            assertThatThrownBy(() -> put(client, "http://nowhere.invalid", new byte[1]))
                    .hasMessage("the host is unknown: nowhere.invalid");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void a_request_is_sent_again_as_it_was_and_its_login_to_the_same_host_only(int status) throws IOException {
        answer = exchange -> {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/other")) {
                exchange.getResponseHeaders().set("Location", "http://localhost:" + port() + "/x");
            } else if (path.equals("/same")) {
                exchange.getResponseHeaders().set("Location", "/x");
            }
            respond(exchange, path.equals("/x") ? 200 : status, "");
        };
        try (WebClient client = client(Map.of())) {
            for (String path : List.of("/same", "/other")) {
                HttpResponse<String> last = client.follow(
                        "PUT",
                        uri() + path,
                        Map.of("Authorization", "Basic eA=="),
                        BodyPublishers.ofString("body"),
                        BodyHandlers.ofString(),
                        (from, to) -> true);
                assertThat(last.statusCode()).isEqualTo(200);
            }
            assertThat(heard)
                    .containsExactly("PUT /same Basic eA==", "PUT /x Basic eA==", "PUT /other Basic eA==", "PUT /x -");
        }
    }

    @Test
    void a_ring_of_redirections_ends() throws IOException {
        answer = exchange -> {
            exchange.getResponseHeaders().set("Location", "/ring");
            respond(exchange, 302, "");
        };
        try (WebClient client = client(Map.of())) {
            assertThat(client.follow(
                                    "GET",
                                    uri(),
                                    Map.of(),
                                    BodyPublishers.noBody(),
                                    BodyHandlers.ofString(),
                                    (from, to) -> true)
                            .statusCode())
                    .isEqualTo(302);
        }
    }
}
