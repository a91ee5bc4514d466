package org.gan4j.experiments.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Serves as much of MLflow as the tracker uses, and does on command what a real server does not. What it remembers
 * outlives {@link #stop} and {@link #start}.
 */
final class FakeMlflow implements AutoCloseable {
    enum Fault {
        NONE,
        /** Answers after a while. */
        SLOW,
        /** Takes the request and never answers. */
        HANG,
        ERROR,
        UNAVAILABLE,
        TOO_MANY,
        /** Breaks the connection without having done anything. */
        RESET,
        /** Does what it was asked for and breaks the connection. */
        DROP_AFTER_COMMIT,
        LOGIN,
        /** Answers as a proxy with a limit for the size. */
        TOO_LARGE,
        /** Answers 200 with a web page. */
        PAGE,
        /** Answers with {@link #moved} and the place {@link #location}. */
        MOVED
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Fault, Integer> STATUS = Map.of(
            Fault.LOGIN, 401, Fault.TOO_LARGE, 413, Fault.TOO_MANY, 429, Fault.ERROR, 500, Fault.UNAVAILABLE, 503);

    /** What tells the program from others at the same port. */
    private static final Map<String, String> ABOUT = Map.of("/health", "OK", "/version", "3.17.2");

    final FakeStore store = new FakeStore();
    volatile Fault fault = Fault.NONE;
    /** What goes wrong with the next request; asked once for each. */
    volatile Supplier<Fault> plan = () -> fault;

    /** The paths to which nothing happens. */
    volatile Predicate<String> spared = path -> false;

    volatile int moved = 302;
    /** What the path is added to in the place that {@link Fault#MOVED} names, or the place itself if it ends with a mark. */
    volatile String location = "";

    /** The header {@code Authorization} without which it answers 401, if any. */
    volatile Optional<String> login = Optional.empty();

    /** What stands before each path, as behind a proxy that serves several programs. */
    volatile String prefix = "";

    /** Which programs asked for what, as {@code path agent}. */
    final List<String> agents = new CopyOnWriteArrayList<>();

    /** Whether a client must show a certificate that the key's holder believes. */
    boolean wantsCertificate;

    private Optional<SSLContext> secure = Optional.empty();

    /** The header that answers of trouble carry, if any. */
    volatile Optional<String> retryAfter = Optional.empty();

    private final Phaser underWay = new Phaser(1);
    private HttpServer server;
    private ExecutorService threads;
    private int port;

    static FakeMlflow started() throws IOException {
        FakeMlflow fake = new FakeMlflow();
        fake.start();
        return fake;
    }

    /** With TLS, for the holder of a key. */
    static FakeMlflow started(SSLContext secure) throws IOException {
        return started(secure, false);
    }

    static FakeMlflow started(SSLContext secure, boolean wantsCertificate) throws IOException {
        FakeMlflow fake = new FakeMlflow();
        fake.wantsCertificate = wantsCertificate;
        fake.secure = Optional.of(secure);
        fake.start();
        return fake;
    }

    void start() throws IOException {
        InetSocketAddress where = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        server = secure.isPresent() ? secured(where, secure.get()) : HttpServer.create(where, 0);
        port = server.getAddress().getPort();
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private HttpServer secured(InetSocketAddress where, SSLContext secure) throws IOException {
        HttpsServer server = HttpsServer.create(where, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(secure) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(wantsCertificate);
                parameters.setSSLParameters(wanted);
            }
        });
        return server;
    }

    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    String uri() {
        return (secure.isPresent() ? "https" : "http") + "://127.0.0.1:" + port + prefix;
    }

    /** Waits until no request is under way, also none whose sender has gone. */
    void awaitQuiet() {
        underWay.arriveAndAwaitAdvance();
    }

    private void answer(HttpExchange exchange) throws IOException {
        underWay.register();
        try {
            respond(exchange);
        } finally {
            underWay.arriveAndDeregister();
        }
    }

    private void respond(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        agents.add(path + " " + exchange.getRequestHeaders().getFirst("User-Agent"));
        Fault now = login.isPresent()
                        && !login.get().equals(exchange.getRequestHeaders().getFirst("Authorization"))
                ? Fault.LOGIN
                : spared.test(path) ? Fault.NONE : plan.get();
        try {
            switch (now) {
                case SLOW -> Thread.sleep(100);
                case HANG -> Thread.sleep(3_600_000);
                default -> {}
            }
        } catch (InterruptedException e) {
            return;
        }
        if (now == Fault.RESET) {
            exchange.close();
        } else if (now == Fault.PAGE) {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            send(exchange, 200, "<!doctype html><title>Please log in</title>");
        } else if (now == Fault.MOVED) {
            String target = location.endsWith("!") ? location.replace("!", "") : location + exchange.getRequestURI();
            exchange.getResponseHeaders().set("Location", target);
            send(exchange, moved, "<html>moved</html>");
        } else if (STATUS.containsKey(now)) {
            send(exchange, STATUS.get(now), "no");
        } else {
            obey(exchange, body, now);
        }
    }

    private void obey(HttpExchange exchange, byte[] body, Fault now) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (ABOUT.containsKey(path)) {
            send(exchange, 200, ABOUT.get(path));
            return;
        }
        try {
            URI asked = exchange.getRequestURI();
            if (!asked.getPath().startsWith(prefix + "/")) {
                throw new FakeStore.No(404, "not here");
            }
            URI inside = URI.create(asked.toString().substring(prefix.length()));
            JsonNode answer = store.handle(exchange.getRequestMethod(), inside, body);
            if (now == Fault.DROP_AFTER_COMMIT) {
                exchange.close();
            } else {
                send(exchange, 200, answer.toString());
            }
        } catch (FakeStore.No no) {
            send(
                    exchange,
                    no.status,
                    JSON.createObjectNode().put("message", no.getMessage()).toString());
        }
    }

    private void send(HttpExchange exchange, int status, String body) throws IOException {
        if (status != 200) {
            retryAfter.ifPresent(value -> exchange.getResponseHeaders().set("Retry-After", value));
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        stop();
    }
}
