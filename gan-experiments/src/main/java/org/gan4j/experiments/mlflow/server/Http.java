package org.gan4j.experiments.mlflow.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLException;
import org.gan4j.experiments.net.Redirection;
import org.gan4j.experiments.net.WebClient;
import org.jspecify.annotations.Nullable;

/**
 * The one way to a tracking server, for MLflow's own client and for what that has no call for, or would need Python for. What
 * does not come from MLflow is never taken for its answer. Any thread may use it.
 */
public final class Http implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Address address;
    private final WebClient client;

    public Http(Address address) {
        this.address = address;
        client = address.client();
    }

    /** Sends one request, once, to an address of any server. */
    public String send(String method, URI uri, String type, BodyPublisher content) throws IOException {
        return send(method, uri, content, Map.of("Content-Type", type));
    }

    /**
     * Sends one request, once, to the tracking server.
     *
     * @param path begins with a slash
     * @return the body of the answer
     * @throws MlflowErrors.Refused if the server says no
     * @throws IOException     if it cannot be reached, does not answer in time, or has trouble of its own
     */
    String send(String method, String path, String type, BodyPublisher content, Map<String, String> more)
            throws IOException {
        Map<String, String> headers = new TreeMap<>(more);
        headers.put("Content-Type", type);
        return send(method, URI.create(address.uri() + path), content, headers);
    }

    private String send(String method, URI uri, BodyPublisher content, Map<String, String> headers) throws IOException {
        Map<String, String> all = new TreeMap<>(headers);
        address.authorization().ifPresent(login -> all.put("Authorization", login));
        try {
            HttpResponse<String> answer =
                    client.follow(method, uri.toString(), all, content, BodyHandlers.ofString(), this::mayFollow);
            if (answer.statusCode() / 100 != 2) {
                throw MlflowErrors.trouble(address, uri, answer);
            }
            if (!MlflowErrors.isMlflows(answer.body())) {
                throw MlflowErrors.page();
            }
            return answer.body();
        } catch (SSLException e) {
            throw TlsTrust.explained(e);
        }
    }

    /** The same thing at another place; with a login only where that is the same machine. */
    private boolean mayFollow(URI from, URI to) {
        return Redirection.isSameThing(from, to)
                && !Redirection.isDowngrade(from, to)
                && (address.authorization().isEmpty() || Redirection.isSameServer(from, to));
    }

    /**
     * Asks the tracking interface.
     *
     * @param path below {@code /api/2.0/mlflow/}
     * @param body null for none
     * @return empty where the server has no such thing
     */
    public Optional<JsonNode> ask(String method, String path, @Nullable JsonNode body) throws IOException {
        BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
        try {
            return Optional.of(
                    JSON.readTree(send(method, "/api/2.0/mlflow/" + path, "application/json", content, Map.of())));
        } catch (MlflowErrors.Refused refusal) {
            if (refusal.isNotFound()) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /** Ends all requests under way, and those to come. May be called by any thread. */
    @Override
    public void close() {
        client.close();
    }
}
