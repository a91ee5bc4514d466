package org.gan4j.experiments.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Remembers what a tracking server remembers, and answers each request with the real one's limits. */
final class FakeStore {
    record Point(String key, long timestamp, long step, double value) {}

    static final class Run {
        final String id;
        String status = "RUNNING";
        String stage = "active";
        long end;
        final Map<String, String> tags = new TreeMap<>();
        final Map<String, String> params = new TreeMap<>();
        final Set<Point> metrics = new HashSet<>();
        final Set<JsonNode> inputs = new HashSet<>();

        Run(String id) {
            this.id = id;
        }

        /** The last value of each metric, by its key. */
        Map<String, Point> latest() {
            return metrics.stream()
                    .collect(Collectors.toMap(
                            Point::key,
                            point -> point,
                            BinaryOperator.maxBy(Comparator.comparing(Point::step)),
                            TreeMap::new));
        }
    }

    static final class No extends IOException {
        private static final long serialVersionUID = 1L;
        final int status;

        No(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern UID = Pattern.compile("tags\\.`gan4j\\.uid` = '([^']*)'");

    /** Life-cycle stage by name, which is the id too. */
    final Map<String, String> experiments = new LinkedHashMap<>();

    /** By name of the experiment. */
    final Map<String, Map<String, String>> experimentTags = new LinkedHashMap<>();

    final Map<String, Run> runs = new LinkedHashMap<>();
    final Map<String, byte[]> artifacts = new TreeMap<>();
    /** What runs are told to be the place of their artifacts, before their id. */
    volatile String artifactRoot = "mlflow-artifacts:/1/";

    final FakeModels models = new FakeModels();
    final List<String> requests = new ArrayList<>();

    Run run(String uid) {
        List<Run> found = runs.values().stream()
                .filter(run -> uid.equals(run.tags.get("gan4j.uid")) && run.stage.equals("active"))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " runs stand for " + uid + ", expected one");
        }
        return found.get(0);
    }

    /** As a new server's. */
    synchronized void clear() {
        experiments.clear();
        experimentTags.clear();
        runs.clear();
        artifacts.clear();
        models.clear();
    }

    synchronized JsonNode handle(String method, URI uri, byte[] body) throws IOException {
        String path = uri.getPath();
        requests.add(method + " " + path);
        String proxy = "/api/2.0/mlflow-artifacts/artifacts/";
        if (path.startsWith(proxy)) {
            artifacts.put(path.substring(proxy.length()), body);
            return JSON.createObjectNode();
        }
        String query = uri.getQuery();
        if (path.equals("/ajax-api/2.0/mlflow/upload-artifact")) {
            artifacts.put(query, body);
            return JSON.createObjectNode();
        }
        JsonNode asked = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        String route = path.substring("/api/2.0/mlflow/".length());
        if (route.startsWith("logged-models")) {
            return models.handle(method, route.substring("logged-models".length()), asked);
        }
        return switch (route) {
            case "experiments/get-by-name" -> experimentByName(query.split("=", 2)[1]);
            case "experiments/create" -> createExperiment(asked);
            case "experiments/restore" -> restoreExperiment(asked);
            case "experiments/set-experiment-tag" -> tagExperiment(asked);
            case "runs/log-inputs" -> input(asked);
            case "runs/search" -> search(asked);
            case "runs/get" ->
                JSON.createObjectNode().set("run", describe(find(query.replaceAll(".*run_id=([^&]*).*", "$1"))));
            case "runs/create" -> create(asked);
            case "runs/restore" -> stage(asked, "active");
            case "runs/delete" -> stage(asked, "deleted");
            case "runs/update" -> update(asked);
            case "runs/log-batch" -> log(asked);
            case "runs/outputs" -> models.link(asked);
            default -> throw new No(404, "no route " + path);
        };
    }

    private JsonNode experimentByName(String name) throws No {
        String stage = experiments.get(name);
        if (stage == null) {
            throw new No(404, "RESOURCE_DOES_NOT_EXIST");
        }
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode tags = answer.putObject("experiment")
                .put("experiment_id", name)
                .put("name", name)
                .put("lifecycle_stage", stage)
                .putArray("tags");
        experimentTags
                .getOrDefault(name, Map.of())
                .forEach((key, value) -> tags.addObject().put("key", key).put("value", value));
        return answer;
    }

    private JsonNode tagExperiment(JsonNode asked) throws No {
        String value = asked.path("value").asText();
        if (value.length() > 5000) {
            throw new No(400, "the value is too long");
        }
        experimentTags
                .computeIfAbsent(asked.path("experiment_id").asText(), id -> new TreeMap<>())
                .put(asked.path("key").asText(), value);
        return JSON.createObjectNode();
    }

    private JsonNode input(JsonNode asked) throws No {
        asked.path("datasets").forEach(find(asked.path("run_id").asText()).inputs::add);
        return JSON.createObjectNode();
    }

    private JsonNode createExperiment(JsonNode asked) throws No {
        String name = asked.path("name").asText();
        if (experiments.putIfAbsent(name, "active") != null) {
            throw new No(400, "RESOURCE_ALREADY_EXISTS");
        }
        return JSON.createObjectNode().put("experiment_id", name);
    }

    private JsonNode restoreExperiment(JsonNode asked) {
        experiments.put(asked.path("experiment_id").asText(), "active");
        return JSON.createObjectNode();
    }

    private JsonNode search(JsonNode asked) {
        Matcher filter = UID.matcher(asked.path("filter").asText());
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode found = answer.putArray("runs");
        if (filter.matches()) {
            runs.values().stream()
                    .filter(run -> filter.group(1).equals(run.tags.get("gan4j.uid")))
                    .forEach(run -> found.add(describe(run)));
        }
        return answer;
    }

    private ObjectNode describe(Run run) {
        ObjectNode node = JSON.createObjectNode();
        node.putObject("info")
                .put("run_id", run.id)
                .put("run_uuid", run.id)
                .put("status", run.status)
                .put("lifecycle_stage", run.stage)
                .put("experiment_id", "1")
                .put("artifact_uri", artifactRoot + run.id + "/artifacts");
        node.set("outputs", models.outputs(run.id));
        ObjectNode data = node.putObject("data");
        ArrayNode tags = data.putArray("tags");
        run.tags.forEach((key, value) -> tags.addObject().put("key", key).put("value", value));
        ArrayNode latest = data.putArray("metrics");
        run.latest().values().forEach(point -> latest.addObject()
                .put("key", point.key())
                .put("value", point.value())
                .put("step", point.step()));
        return node;
    }

    private JsonNode create(JsonNode asked) throws No {
        if (!"active".equals(experiments.get(asked.path("experiment_id").asText()))) {
            throw new No(400, "the experiment is deleted");
        }
        Run run = new Run("id" + requests.size());
        asked.path("tags")
                .forEach(tag ->
                        run.tags.put(tag.path("key").asText(), tag.path("value").asText()));
        run.tags.put("mlflow.runName", asked.path("run_name").asText());
        runs.put(run.id, run);
        return JSON.createObjectNode().set("run", describe(run));
    }

    private Run find(String id) throws No {
        Run run = runs.get(id);
        if (run == null) {
            throw new No(404, "Run with id=" + id + " not found");
        }
        return run;
    }

    private JsonNode stage(JsonNode asked, String stage) throws No {
        find(asked.path("run_id").asText()).stage = stage;
        return JSON.createObjectNode();
    }

    private JsonNode update(JsonNode asked) throws No {
        Run run = find(asked.path("run_id").asText());
        run.status = asked.path("status").asText();
        run.end = asked.path("end_time").asLong();
        if (asked.has("run_name")) {
            run.tags.put("mlflow.runName", asked.path("run_name").asText());
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.set("run_info", describe(run).get("info"));
        return answer;
    }

    private JsonNode log(JsonNode asked) throws No {
        Run run = find(asked.path("run_id").asText());
        if (!run.stage.equals("active")) {
            throw new No(400, "The run must be in the 'active' state");
        }
        JsonNode metrics = asked.path("metrics");
        JsonNode params = asked.path("params");
        Set<String> keys = new HashSet<>();
        metrics.forEach(metric -> keys.add(metric.path("key").asText()));
        if (metrics.size() > 1000
                || keys.size() > 100
                || params.size() > 100
                || asked.path("tags").size() > 100) {
            throw new No(400, "too many at once");
        }
        for (JsonNode param : params) {
            String value = param.path("value").asText();
            String before = run.params.putIfAbsent(param.path("key").asText(), value);
            if (before != null && !before.equals(value)) {
                throw new No(400, "Changing param values is not allowed");
            }
        }
        for (JsonNode metric : metrics) {
            if (!metric.path("value").isNumber()
                    || metric.path("timestamp").asLong() < 0
                    || !metric.path("key").asText().matches("[\\w\\-. /]+")) {
                throw new No(400, "invalid metric " + metric);
            }
        }
        metrics.forEach(metric -> run.metrics.add(new Point(
                metric.path("key").asText(),
                metric.path("timestamp").asLong(),
                metric.path("step").asLong(),
                metric.path("value").asDouble())));
        asked.path("tags")
                .forEach(tag ->
                        run.tags.put(tag.path("key").asText(), tag.path("value").asText()));
        return JSON.createObjectNode();
    }
}
