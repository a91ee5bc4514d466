package org.gan4j.experiments.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.function.Supplier;

/**
 * As much of an MLflow server as the tracker uses, for what a real one does not do on command. What it remembers
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
        LOGIN
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Fault, Integer> STATUS =
            Map.of(Fault.LOGIN, 401, Fault.TOO_MANY, 429, Fault.ERROR, 500, Fault.UNAVAILABLE, 503);

    final FakeStore store = new FakeStore();
    volatile Fault fault = Fault.NONE;
    /** What goes wrong with the next request; asked once for each. */
    volatile Supplier<Fault> plan = () -> fault;

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

    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        port = server.getAddress().getPort();
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    String uri() {
        return "http://127.0.0.1:" + port;
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
        Fault now = plan.get();
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
        } else if (STATUS.containsKey(now)) {
            send(exchange, STATUS.get(now), "no");
        } else {
            obey(exchange, body, now);
        }
    }

    private void obey(HttpExchange exchange, byte[] body, Fault now) throws IOException {
        try {
            JsonNode answer = store.handle(exchange.getRequestMethod(), exchange.getRequestURI(), body);
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
