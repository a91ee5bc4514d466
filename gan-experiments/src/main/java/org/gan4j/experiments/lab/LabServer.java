package org.gan4j.experiments.lab;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.gan4j.api.problem.InvalidInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves one lab to a browser on this machine. It trains for the steps that a request asks for and no further, so nothing trains once
 * nobody asks. One request at a time reaches the lab; a client that is slow to say what it wants keeps no other waiting.
 */
public final class LabServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LabServer.class);
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Lock turn = new ReentrantLock();
    private final LabGuard guard;
    private final LabDesk desk;

    private LabServer(HttpServer server, Lab lab, LabMenu menu) {
        this.server = server;
        this.guard = LabGuard.at(server.getAddress().getPort());
        this.desk = new LabDesk(lab, menu);
    }

    /**
     * Begins to serve a lab, which it then owns.
     *
     * @param menu what else the page can begin with; the lab is in its first situation
     * @param port 0 takes any that is free
     */
    public static LabServer start(Lab lab, LabMenu menu, int port) throws IOException {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException e) {
            lab.close();
            throw new InvalidInput("--port " + port, "another program listens there; --port 0 takes any that is free");
        }
        LabServer started = new LabServer(server, lab, menu);
        server.createContext("/", started::handle);
        server.setExecutor(started.threads);
        server.start();
        return started;
    }

    /** Returns where the page is. */
    public String address() {
        return guard.address();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                send(exchange, 200, answer(exchange));
            } catch (LabRefusal e) {
                send(exchange, e.status(), LabAnswer.of("text/plain", e.getMessage() + "\n"));
            } catch (RuntimeException e) {
                LOG.warn("the lab cannot answer: {}", e.getMessage());
                LOG.debug("The stack trace:", e);
                send(exchange, 500, LabAnswer.of("text/plain", e.getMessage() + "\n"));
            }
        }
    }

    private LabAnswer answer(HttpExchange exchange) throws IOException, LabRefusal {
        String what = guard.admit(
                exchange.getRequestHeaders(), exchange.getRequestURI().toString());
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("POST")) {
            throw new LabRefusal(405, "the lab takes GET and POST");
        }
        String message = message(exchange);
        turn.lock();
        try {
            return method.equals("GET") ? desk.get(what) : desk.post(what, message);
        } finally {
            turn.unlock();
        }
    }

    private static String message(HttpExchange exchange) throws IOException, LabRefusal {
        byte[] bytes = exchange.getRequestBody().readNBytes(LabDesk.LONGEST_MESSAGE + 1);
        if (bytes.length > LabDesk.LONGEST_MESSAGE) {
            throw new LabRefusal(413, "a message has at most " + LabDesk.LONGEST_MESSAGE + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, LabAnswer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.type());
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    /** Ends after the training under way. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
        turn.lock();
        try {
            desk.close();
        } finally {
            turn.unlock();
        }
    }
}
