package org.gan4j.experiments.mlflow.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Requests that MLflow's own client has no call for, or would need Python for. */
public final class Http {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Address address;
    private final Duration patience;
    private final HttpClient client;

    public Http(Address address, Duration patience) {
        this.address = address;
        this.patience = patience;
        client = address.http(patience);
    }

    /**
     * Sends one request, once.
     *
     * @return the body of the answer
     * @throws MlflowErrors.Refused if the server says no
     * @throws IOException     if it cannot be reached, does not answer in time, or has trouble of its own
     */
    public String send(String method, URI uri, String type, BodyPublisher content) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, content)
                .timeout(patience)
                .header("Content-Type", type);
        address.authorization().ifPresent(login -> request.header("Authorization", login));
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw MlflowErrors.trouble(address, answer);
            }
            return answer.body();
        } catch (SSLException e) {
            throw TlsTrust.remedy(e).orElse(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking for " + uri.getPath(), e);
        }
    }

    /**
     * Asks the tracking interface.
     *
     * @param path below {@code /api/2.0/mlflow/}
     * @param body null for none
     * @return empty where the server has no such thing
     */
    public Optional<JsonNode> ask(String method, String path, @Nullable JsonNode body) throws IOException {
        URI uri = URI.create(address.uri() + "/api/2.0/mlflow/" + path);
        BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
        try {
            return Optional.of(JSON.readTree(send(method, uri, "application/json", content)));
        } catch (MlflowErrors.Refused refusal) {
            if (refusal.isNotFound()) {
                return Optional.empty();
            }
            throw refusal;
        }
    }
}
