package org.gan4j.experiments.mlflow.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.gan4j.api.run.Check;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what {@code gan doctor} says of servers of all kinds, among them those whose certificate a private authority has signed. */
class ServerCheckTest {
    private static final String MLFLOW = "{\"experiments\":[]}";

    @TempDir
    static Path folder;

    private static Certificates certificates;
    private HttpServer server;

    @BeforeAll
    static void makeCertificates() throws IOException {
        certificates = new Certificates(folder);
        certificates.authority("ours");
        certificates.authority("other");
        certificates.signed("server", "ours", "EC");
        certificates.signed("client", "ours", "RSA");
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private String serve(HttpServer made, String scheme, String answer) {
        server = made;
        server.createContext("/", exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Starts a server with the certificate that our authority signed. */
    private String secured(boolean asksForClients) throws IOException, GeneralSecurityException {
        KeyStore all = certificates.store();
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry("server", certificates.key("server"), Certificates.PASSWORD, all.getCertificateChain("server"));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, Certificates.PASSWORD);
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        authorities.setCertificateEntry("ours", all.getCertificate("ours"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        HttpsServer made = HttpsServer.create(loopback(), 0);
        made.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = context.getDefaultSSLParameters();
                tls.setNeedClientAuth(asksForClients);
                parameters.setSSLParameters(tls);
            }
        });
        return serve(made, "https", MLFLOW);
    }

    private static Check check(String address, String... variables) {
        Map<String, String> environment =
                new HashMap<>(Map.of("MLFLOW_TRACKING_URI", address, "HOME", folder.toString()));
        for (String variable : variables) {
            String[] parts = variable.split("=", 2);
            environment.put("MLFLOW_TRACKING_" + parts[0], parts[1]);
        }
        return ServerCheck.of(environment);
    }

    private static String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void a_server_that_answers_as_mlflow_does_is_fine_and_any_other_is_not() throws IOException {
        assertThat(check(serve(HttpServer.create(loopback(), 0), "http", MLFLOW))
                        .ok())
                .isTrue();
        stop();
        Check other = check(serve(HttpServer.create(loopback(), 0), "http", "{\"status\":\"up\"}"));
        assertThat(other.ok()).isFalse();
        assertThat(other.detail()).endsWith("does not answer as an MLflow server does");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(check("http://127.0.0.1:" + port).detail())
                .startsWith("nothing listens at http://127.0.0.1:" + port);
    }

    @Test
    void without_a_server_runs_stay_here() {
        Check none = ServerCheck.of(Map.of());
        assertThat(none.ok()).isTrue();
        assertThat(none.detail()).contains("MLFLOW_TRACKING_URI is not set");
    }

    @Test
    void a_private_authority_is_believed_where_its_certificate_is_named() throws Exception {
        String address = secured(false);
        String ours = file("ours.pem", certificates.certificate("ours"));
        String other = file("other.pem", certificates.certificate("other"));

        assertThat(check(address, "SERVER_CERT_PATH=" + ours))
                .satisfies(check -> assertThat(check.ok()).as(check.detail()).isTrue());
        assertThat(check(address, "INSECURE_TLS=true").ok()).isTrue();
        for (Check wrong : new Check[] {check(address), check(address, "SERVER_CERT_PATH=" + other)}) {
            assertThat(wrong.ok()).isFalse();
            assertThat(wrong.detail())
                    .contains("its certificate is not trusted")
                    .contains("SERVER_CERT_PATH=FILE.pem");
        }
    }

    @Test
    void a_server_that_asks_for_clients_gets_the_certificate_that_is_named() throws Exception {
        String address = secured(true);
        String trust = "SERVER_CERT_PATH=" + file("ours.pem", certificates.certificate("ours"));
        String key =
                Certificates.block("PRIVATE KEY", certificates.key("client").getEncoded());
        String client = file("client.pem", certificates.certificate("client") + key);

        assertThat(check(address, trust, "CLIENT_CERT_PATH=" + client))
                .satisfies(check -> assertThat(check.ok()).as(check.detail()).isTrue());
        assertThat(check(address, trust).ok()).isFalse();
    }

    @Test
    void files_that_are_of_no_use_are_named_with_what_was_expected() throws Exception {
        String text = file("text.pem", "no certificate");
        String address = "https://127.0.0.1:1";
        assertThat(check(address, "SERVER_CERT_PATH=" + folder.resolve("none.pem"))
                        .detail())
                .contains("none.pem is not there; expected a file in PEM");
        assertThat(check(address, "SERVER_CERT_PATH=" + text).detail()).contains("it holds no certificate");
        String locked = file(
                "locked.pem",
                certificates.certificate("client") + Certificates.block("ENCRYPTED PRIVATE KEY", new byte[] {1}));
        assertThat(check(address, "CLIENT_CERT_PATH=" + locked).detail())
                .contains("a key of the kind ENCRYPTED PRIVATE KEY; expected one without a passphrase");
        assertThat(check(address, "SERVER_CERT_PATH=" + text, "INSECURE_TLS=1").detail())
                .contains("set one of them");
    }

    @Test
    void a_scheme_that_is_not_the_servers_is_said() throws Exception {
        // A web server that gets a greeting of TLS at its plain port answers in plain text. It reads before it answers:
        // text
        // that comes before the greeting is lost in Java's client, which then waits for its limit.
        Thread answering;
        try (ServerSocket plain = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            answering = new Thread(() -> answerInPlainText(plain));
            answering.start();
            assertThat(check("https://127.0.0.1:" + plain.getLocalPort()).detail())
                    .contains("it does not speak TLS at that port");
        }
        answering.join();
    }

    private static void answerInPlainText(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket caller = server.accept()) {
                caller.getInputStream().read();
                caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                caller.shutdownOutput();
                caller.getInputStream().readAllBytes();
            } catch (IOException e) {
                // The caller has gone, or the test has ended.
            }
        }
    }

    @Test
    void a_key_is_read_in_both_of_its_forms() throws Exception {
        byte[] pkcs8 = certificates.key("client").getEncoded();
        // PKCS#8 of an RSA key: a head of 26 bytes, and then the key as PKCS#1 has it.
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
        assertThat(Pem.key(Path.of(file("one.pem", Certificates.block("RSA PRIVATE KEY", pkcs1)))))
                .isEqualTo(certificates.key("client"));
        assertThat(Pem.key(Path.of(file("eight.pem", Certificates.block("PRIVATE KEY", pkcs8)))))
                .isEqualTo(certificates.key("client"));
    }
}
