package org.gan4j.experiments.mlflow.local;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.gan4j.experiments.net.Proxies;
import org.gan4j.experiments.net.WebClient;

/** The kinds of programs that may listen at an address. */
public enum ServerProbe {
    NOTHING,
    MLFLOW,
    SOMETHING_ELSE;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Asks; waits at most a few seconds for each answer. */
    public static ServerProbe at(String uri) {
        try (WebClient client = new WebClient(Proxies.none(), PATIENCE, Optional.empty())) {
            boolean healthy = "OK".equals(get(client, uri + "/health"));
            // Many programs answer to /health; few with a version alone.
            return healthy && get(client, uri + "/version").matches("\\d+\\.\\d+\\S*") ? MLFLOW : SOMETHING_ELSE;
        } catch (ConnectException e) {
            return NOTHING;
        } catch (IOException e) {
            return SOMETHING_ELSE;
        }
    }

    private static String get(WebClient client, String uri) throws IOException {
        return client.send("GET", uri, Map.of(), BodyPublishers.noBody(), BodyHandlers.ofString())
                .body()
                .strip();
    }
}
