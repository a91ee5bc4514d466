package org.gan4j.experiments.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/** Asks a real MLflow through its REST interface, independently of the tracker. */
record RestInterface(String uri) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(uri + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode ask(String path) throws IOException, InterruptedException {
        return JSON.readTree(get("/api/2.0/mlflow/" + path).body());
    }

    List<JsonNode> search(String uid) throws IOException, InterruptedException {
        return search("runs", uid);
    }

    /** The logged models of a run. */
    List<JsonNode> models(String uid) throws IOException, InterruptedException {
        return search("logged-models", uid).stream()
                .map(model -> model.path("info"))
                .toList();
    }

    private List<JsonNode> search(String kind, String uid) throws IOException, InterruptedException {
        JsonNode experiment =
                ask("experiments/get-by-name?experiment_name=ring").path("experiment");
        String body = JSON.createObjectNode()
                .put("filter", "tags.`gan4j.uid` = '" + uid + "'")
                .set(
                        "experiment_ids",
                        JSON.createArrayNode()
                                .add(experiment.path("experiment_id").asText()))
                .toString();
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri + "/api/2.0/mlflow/" + kind + "/search"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        JsonNode found = JSON.readTree(
                HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        return list(found.path(kind.replace("logged-", "")));
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static String id(JsonNode run) {
        return run.path("info").path("run_id").asText();
    }

    static String value(JsonNode run, String kind, String key) {
        return list(run.path("data").path(kind)).stream()
                .filter(entry -> entry.path("key").asText().equals(key))
                .map(entry -> entry.path("value").asText())
                .findFirst()
                .orElse("");
    }

    List<String> history(String run, String metric) throws IOException, InterruptedException {
        String query = "metrics/get-history?max_results=1000&run_id=" + run + "&metric_key="
                + URLEncoder.encode(metric, StandardCharsets.UTF_8);
        return list(ask(query).path("metrics")).stream()
                .map(point -> point.path("step").asLong() + "@"
                        + point.path("timestamp").asLong() + "="
                        + point.path("value").asDouble())
                .toList();
    }

    /** What the server has of a run, in the form in which the fake one keeps it. */
    FakeStore snapshot(String uid) throws IOException, InterruptedException {
        FakeStore store = new FakeStore();
        for (JsonNode found : search(uid)) {
            FakeStore.Run run = new FakeStore.Run(id(found));
            run.status = found.at("/info/status").asText();
            run.end = found.at("/info/end_time").asLong();
            list(found.at("/data/tags"))
                    .forEach(tag -> run.tags.put(
                            tag.path("key").asText(), tag.path("value").asText()));
            list(found.at("/data/params"))
                    .forEach(param -> run.params.put(
                            param.path("key").asText(), param.path("value").asText()));
            for (JsonNode metric : list(found.at("/data/metrics"))) {
                points(run, metric.path("key").asText());
            }
            store.runs.put(run.id, run);
            download(run.id, "", store);
            list(found.at("/outputs/model_outputs"))
                    .forEach(link -> store.models.links.put(
                            run.id + " " + link.path("model_id").asText(),
                            link.path("step").asLong()));
        }
        for (JsonNode found : models(uid)) {
            FakeModels.Model model = new FakeModels.Model(found.path("model_id").asText());
            model.status = found.path("status").asText();
            list(found.path("tags"))
                    .forEach(tag -> model.tags.put(
                            tag.path("key").asText(), tag.path("value").asText()));
            store.models.models.put(model.id, model);
            downloadModel("1/models/" + model.id + "/artifacts", store);
        }
        return store;
    }

    /** By the way that files are proxied: a model belongs to no run there. */
    private void downloadModel(String folder, FakeStore store) throws IOException, InterruptedException {
        String proxy = "/api/2.0/mlflow-artifacts/artifacts";
        JsonNode listed = JSON.readTree(get(proxy + "?path=" + folder).body());
        for (JsonNode file : list(listed.path("files"))) {
            String path = folder + "/" + file.path("path").asText();
            if (file.path("is_dir").asBoolean()) {
                downloadModel(path, store);
            } else {
                store.artifacts.put(path, bytes(proxy + "/" + path));
            }
        }
    }

    private byte[] bytes(String path) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(uri + path)).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private void points(FakeStore.Run run, String key) throws IOException, InterruptedException {
        String query = "metrics/get-history?max_results=25000&run_id=" + run.id + "&metric_key="
                + URLEncoder.encode(key, StandardCharsets.UTF_8);
        for (JsonNode point : list(ask(query).path("metrics"))) {
            run.metrics.add(new FakeStore.Point(
                    key,
                    point.path("timestamp").asLong(),
                    point.path("step").asLong(),
                    point.path("value").asDouble()));
        }
    }

    private void download(String run, String folder, FakeStore store) throws IOException, InterruptedException {
        for (JsonNode file :
                list(ask("artifacts/list?run_id=" + run + "&path=" + folder).path("files"))) {
            String path = file.path("path").asText();
            if (file.path("is_dir").asBoolean()) {
                download(run, path, store);
            } else {
                String address =
                        "/get-artifact?run_id=" + run + "&path=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
                store.artifacts.put("1/" + run + "/artifacts/" + path, bytes(address));
            }
        }
    }

    List<String> files(String run, String path) throws IOException, InterruptedException {
        return list(ask("artifacts/list?run_id=" + run + "&path=" + path).path("files")).stream()
                .map(file -> file.path("path").asText())
                .toList();
    }
}
