package org.gan4j.experiments.library.data.source.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gan4j.digest.Digest;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.files.FileSet.KnownFile;
import org.gan4j.experiments.library.data.source.Attempt.Unavailable;
import org.gan4j.experiments.net.WebAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Data that is fetched through a proxy that requires a login. No server of these names is known here but to the proxy. */
@Timeout(60)
class GuardedProxyTest {
    private static final FileSet SET = new FileSet(
            "tiny", List.of(new KnownFile("one.bin", 3, Digest.sha256("abc"))), Optional.empty(), Optional.empty());

    /** bob:p@ss in base 64. */
    private static final String LOGIN = "Basic Ym9iOnBAc3M=";

    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer proxy;

    @BeforeEach
    void start() throws IOException {
        proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            boolean known = LOGIN.equals(exchange.getRequestHeaders().getFirst("Proxy-Authorization"));
            boolean there = exchange.getRequestURI().getPath().endsWith("/one.bin");
            exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"lab\"");
            exchange.sendResponseHeaders(known ? there ? 200 : 404 : 407, known && there ? 3 : -1);
            if (known && there) {
                exchange.getResponseBody().write("abc".getBytes(StandardCharsets.US_ASCII));
            }
            exchange.close();
        });
        proxy.start();
    }

    @AfterEach
    void stop() {
        proxy.stop(0);
    }

    private void fetch(String login) throws Unavailable {
        Map<String, String> environment = Map.of(
                "http_proxy",
                "http://" + login + "127.0.0.1:" + proxy.getAddress().getPort());
        new Mirror(WebAddress.of("http://data.lab.example/sets"), environment).fetch(SET, folder);
    }

    @Test
    void the_files_come_through_it_with_its_login() throws Unavailable {
        fetch("bob:p@ss@");

        assertThat(folder.resolve("one.bin")).hasContent("abc");
        assertThat(asked)
                .containsExactly("http://data.lab.example/sets/one.bin.gz", "http://data.lab.example/sets/one.bin");
    }

    @Test
    void without_the_right_login_the_message_says_what_to_set_and_shows_no_password() {
        String expected = "the proxy requires %s login: set http_proxy=http://USER:PASSWORD@HOST:PORT";
        assertThatThrownBy(() -> fetch("")).isInstanceOf(Unavailable.class).hasMessage(expected, "a");
        assertThatThrownBy(() -> fetch("bob:secret@"))
                .isInstanceOf(Unavailable.class)
                .hasMessage(expected, "another");
    }

    /** Java sends a login to a proxy for https only where it is told so; no data may pass before the tunnel is there. */
    @Test
    void a_tunnel_is_asked_for_with_the_login_too() throws Exception {
        try (ServerSocket tunnel = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<List<String>> heads = CompletableFuture.supplyAsync(() -> head(tunnel));
            Map<String, String> environment =
                    Map.of("https_proxy", "http://bob:p@ss@127.0.0.1:" + tunnel.getLocalPort());

            assertThatThrownBy(() ->
                            new Mirror(WebAddress.of("https://data.lab.example/sets"), environment).fetch(SET, folder))
                    .isInstanceOf(Unavailable.class);

            assertThat(heads.get().get(0)).isEqualTo("CONNECT data.lab.example:443 HTTP/1.1");
            assertThat(heads.get()).contains("Proxy-Authorization: " + LOGIN);
        }
    }

    /** Returns the lines of a request, and closes the line that it came on. */
    private static List<String> head(ServerSocket tunnel) {
        try (Socket socket = tunnel.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            List<String> lines = new CopyOnWriteArrayList<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                lines.add(line);
            }
            socket.getOutputStream().write("HTTP/1.1 502 Bad Gateway\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return lines;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
