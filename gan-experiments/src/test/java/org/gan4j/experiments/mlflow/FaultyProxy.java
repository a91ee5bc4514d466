package org.gan4j.experiments.mlflow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a real server; one request in nine has an accident, drawn from a seed. */
final class FaultyProxy implements AutoCloseable {
    private static final FakeMlflow.Fault[] FAULTS = {
        FakeMlflow.Fault.DROP_AFTER_COMMIT,
        FakeMlflow.Fault.ERROR,
        FakeMlflow.Fault.UNAVAILABLE,
        FakeMlflow.Fault.RESET,
        FakeMlflow.Fault.SLOW
    };

    private final Map<FakeMlflow.Fault, Integer> faults = new EnumMap<>(FakeMlflow.Fault.class);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final String target;
    private final Random dice;
    private int requests;
    private boolean calm;

    FaultyProxy(String target, long seed) throws IOException {
        this.target = target;
        dice = new Random(seed);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized int requests() {
        return requests;
    }

    synchronized Map<FakeMlflow.Fault, Integer> faults() {
        return new EnumMap<>(faults);
    }

    /** From now on nothing goes wrong any more. */
    synchronized void calm() {
        calm = true;
    }

    private synchronized FakeMlflow.Fault draw() {
        requests++;
        if (calm) {
            return FakeMlflow.Fault.NONE;
        }
        FakeMlflow.Fault fault = dice.nextInt(9) == 0 ? FAULTS[dice.nextInt(FAULTS.length)] : FakeMlflow.Fault.NONE;
        faults.merge(fault, 1, Integer::sum);
        return fault;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            switch (draw()) {
                case RESET -> exchange.close();
                case ERROR -> send(exchange, 500, "no".getBytes(StandardCharsets.UTF_8));
                case UNAVAILABLE -> send(exchange, 503, "not now".getBytes(StandardCharsets.UTF_8));
                case SLOW -> {
                    Thread.sleep(500);
                    pass(exchange, body, false);
                }
                case DROP_AFTER_COMMIT -> pass(exchange, body, true);
                default -> pass(exchange, body, false);
            }
        } catch (IOException e) {
            // The server is down at the moment, and so is the connection.
            exchange.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(HttpExchange exchange, byte[] body, boolean drop) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type != null) {
            request.header("Content-Type", type);
        }
        HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (drop) {
            exchange.close();
        } else {
            send(exchange, answer.statusCode(), answer.body());
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
