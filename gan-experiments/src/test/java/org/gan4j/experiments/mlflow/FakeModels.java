package org.gan4j.experiments.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Remembers logged models as a tracking server does: each creation gives another, and a second link is refused. */
final class FakeModels {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TAG = Pattern.compile("tags\\.`([^`]*)` = '([^']*)'");

    static final class Model {
        final String id;
        final Map<String, String> tags = new TreeMap<>();
        String status = "LOGGED_MODEL_PENDING";

        Model(String id) {
            this.id = id;
        }
    }

    /** Whether the server is one that knows logged models. */
    volatile boolean known = true;

    /** By id, without those that were deleted. */
    final Map<String, Model> models = new LinkedHashMap<>();

    /** The step of each link, by the ids of run and model. */
    final Map<String, Long> links = new LinkedHashMap<>();

    private int created;

    /** @param path what follows {@code logged-models} */
    JsonNode handle(String method, String path, JsonNode asked) throws FakeStore.No {
        if (!known) {
            throw new FakeStore.No(404, "no route");
        }
        if (path.equals("/search")) {
            return search(asked);
        }
        if (path.isEmpty()) {
            return create(asked);
        }
        Model model = models.get(path.substring(1));
        if (model == null) {
            throw new FakeStore.No(404, "RESOURCE_DOES_NOT_EXIST");
        }
        if (method.equals("DELETE")) {
            models.remove(model.id);
        } else {
            model.status = asked.path("status").asText();
        }
        return JSON.createObjectNode().set("model", describe(model));
    }

    private JsonNode search(JsonNode asked) {
        Matcher filter = TAG.matcher(asked.path("filter").asText());
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode found = answer.putArray("models");
        if (filter.matches()) {
            models.values().stream()
                    .filter(model -> filter.group(2).equals(model.tags.get(filter.group(1))))
                    .forEach(model -> found.add(describe(model)));
        }
        return answer;
    }

    private JsonNode create(JsonNode asked) {
        Model model = new Model("m-" + ++created);
        asked.path("tags")
                .forEach(tag -> model.tags.put(
                        tag.path("key").asText(), tag.path("value").asText()));
        models.put(model.id, model);
        return JSON.createObjectNode().set("model", describe(model));
    }

    private static ObjectNode describe(Model model) {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode tags = node.putObject("info")
                .put("model_id", model.id)
                .put("artifact_uri", "mlflow-artifacts:/1/models/" + model.id + "/artifacts")
                .put("status", model.status)
                .putArray("tags");
        model.tags.forEach((key, value) -> tags.addObject().put("key", key).put("value", value));
        return node;
    }

    JsonNode link(JsonNode asked) throws FakeStore.No {
        for (JsonNode model : asked.path("models")) {
            String key =
                    asked.path("run_id").asText() + " " + model.path("model_id").asText();
            if (links.putIfAbsent(key, model.path("step").asLong()) != null) {
                throw new FakeStore.No(400, "UNIQUE constraint failed: inputs.source_id");
            }
        }
        return JSON.createObjectNode();
    }

    /** What a run says of its outputs. */
    ObjectNode outputs(String run) {
        ObjectNode outputs = JSON.createObjectNode();
        ArrayNode all = outputs.putArray("model_outputs");
        links.forEach((key, step) -> {
            if (key.startsWith(run + " ")) {
                all.addObject().put("model_id", key.substring(run.length() + 1)).put("step", step);
            }
        });
        return outputs;
    }

    void clear() {
        models.clear();
        links.clear();
    }
}
