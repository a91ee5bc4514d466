package org.gan4j.experiments.mlflow;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/**
 * Files of runs, sent to the server's artifact proxy. MLflow's own client would need Python for them. A repeated upload replaces
 * the first.
 */
final class Artifacts {
    private static final String PROXY = "/api/2.0/mlflow-artifacts/artifacts/";

    private final Address address;
    private final Duration patience;
    private final HttpClient http;

    Artifacts(Address address, Duration patience) {
        this.address = address;
        this.patience = patience;
        http = address.http(patience);
    }

    void upload(RemoteRuns.Remote run, String path, Path file) throws IOException {
        send(run, path, BodyPublishers.ofFile(file));
    }

    void upload(RemoteRuns.Remote run, String path, byte[] content) throws IOException {
        send(run, path, BodyPublishers.ofByteArray(content));
    }

    private void send(RemoteRuns.Remote run, String path, BodyPublisher content) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target(run, path))
                .timeout(patience)
                .header("Content-Type", "application/octet-stream");
        address.authorization().ifPresent(login -> request.header("Authorization", login));
        boolean proxied = isProxied(run.artifacts());
        HttpRequest sent = (proxied ? request.PUT(content) : request.POST(content)).build();
        try {
            HttpResponse<String> answer = http.send(sent, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw Answers.trouble(address, answer);
            }
        } catch (SSLException e) {
            throw Trust.remedy(e).orElse(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while sending " + path, e);
        }
    }

    private static boolean isProxied(String artifacts) {
        return artifacts.startsWith("mlflow-artifacts:")
                || artifacts.startsWith("http:")
                || artifacts.startsWith("https:");
    }

    private URI target(RemoteRuns.Remote run, String path) {
        String root = run.artifacts();
        if (!root.startsWith("mlflow-artifacts:")) {
            return isProxied(root) ? URI.create(root + "/" + escaped(path)) : route(run, path);
        }
        String place = root.substring("mlflow-artifacts:".length());
        String server = address.uri();
        if (place.startsWith("//")) {
            int end = place.indexOf('/', 2);
            server = URI.create(address.uri()).getScheme() + ":" + place.substring(0, end);
            place = place.substring(end);
        }
        return URI.create(server + PROXY + escaped(place.replaceFirst("^/+", "") + "/" + path));
    }

    /** The way by which MLflow's own pages upload: the server itself writes to wherever its artifacts lie. */
    private URI route(RemoteRuns.Remote run, String path) {
        return URI.create(address.uri() + "/ajax-api/2.0/mlflow/upload-artifact?run_uuid=" + run.id() + "&path="
                + URLEncoder.encode(path, StandardCharsets.UTF_8));
    }

    private static String escaped(String path) {
        return Arrays.stream(path.split("/"))
                .map(segment ->
                        URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
