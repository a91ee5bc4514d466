package org.gan4j.experiments.mlflow.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * A small question, asked after trouble: MLflow's own client shows no headers, so not for how long a busy server wants to be left
 * alone, and it waits for ever where it is told 429 twice.
 */
final class RetryAfterProbe {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Address address;
    private final Duration patience;
    private final HttpClient http;

    RetryAfterProbe(Address address, Duration patience) {
        this.address = address;
        this.patience = patience.compareTo(LONGEST) < 0 ? patience : LONGEST;
        http = address.http(this.patience);
    }

    /** Returns the trouble that the server itself reports, if any. */
    Optional<IOException> trouble() {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(address.uri() + "/api/2.0/mlflow/experiments/search?max_results=1"))
                .timeout(patience);
        address.authorization().ifPresent(login -> request.header("Authorization", login));
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return answer.statusCode() == 429 || answer.statusCode() == 503
                    ? Optional.of(MlflowErrors.trouble(address, answer))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
