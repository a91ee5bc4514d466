package org.gan4j.experiments.mlflow;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.gan4j.experiments.mlflow.server.Address;
import org.gan4j.experiments.mlflow.server.Http;

/**
 * Files of runs, sent to the server's artifact proxy. MLflow's own client would need Python for them. A repeated upload replaces
 * the first.
 */
final class Artifacts {
    private static final String PROXY = "/api/2.0/mlflow-artifacts/artifacts/";

    private final Address address;
    private final Http http;

    Artifacts(Address address, Http http) {
        this.address = address;
        this.http = http;
    }

    void upload(RemoteRuns.Remote run, String path, Path file) throws IOException {
        send(run, path, BodyPublishers.ofFile(file));
    }

    void upload(RemoteRuns.Remote run, String path, byte[] content) throws IOException {
        send(run, path, BodyPublishers.ofByteArray(content));
    }

    private void send(RemoteRuns.Remote run, String path, BodyPublisher content) throws IOException {
        String method = isProxied(run.artifacts()) ? "PUT" : "POST";
        http.send(method, target(run, path), "application/octet-stream", content);
    }

    /** Returns whether files can be put there without naming a run. */
    static boolean isProxied(String artifacts) {
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
