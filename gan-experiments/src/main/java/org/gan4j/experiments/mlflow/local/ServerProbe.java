package org.gan4j.experiments.mlflow.local;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The kinds of programs that may listen at an address. */
public enum ServerProbe {
    NOTHING,
    MLFLOW,
    SOMETHING_ELSE;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Asks; waits at most a few seconds for each answer. */
    public static ServerProbe at(String uri) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        try {
            boolean healthy = "OK".equals(get(http, uri + "/health"));
            // Many programs answer to /health; few with a version alone.
            return healthy && get(http, uri + "/version").matches("\\d+\\.\\d+\\S*") ? MLFLOW : SOMETHING_ELSE;
        } catch (ConnectException e) {
            return NOTHING;
        } catch (IOException e) {
            return SOMETHING_ELSE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NOTHING;
        }
    }

    private static String get(HttpClient http, String uri) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(uri)).timeout(PATIENCE).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body().strip();
    }
}
