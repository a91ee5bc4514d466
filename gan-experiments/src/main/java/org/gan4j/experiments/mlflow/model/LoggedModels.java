package org.gan4j.experiments.mlflow.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gan4j.experiments.store.model.ModelFolder;
import org.jspecify.annotations.Nullable;

/**
 * Models that a server knows as such: with a signature, beside the run that made them, loaded as {@code models:/m-…}. Each
 * creation gives the server another model, so ours carries the run's uid and its own uuid as tags, and is looked for before it is
 * created.
 */
public final class LoggedModels {
    private static final String UID = "gan4j.uid";
    private static final String UUID = "gan4j.model";
    private static final String READY = "LOGGED_MODEL_READY";
    private static final String MODELS = "logged-models";

    /** The server's interface for what MLflow's own client for Java has no calls for. */
    public interface Rest {
        /**
         * Sends a request.
         *
         * @param path below {@code /api/2.0/mlflow/}
         * @param body null for none
         * @return the answer; empty where the server has no such thing
         */
        Optional<JsonNode> ask(String method, String path, @Nullable JsonNode body) throws IOException;
    }

    /** The destination of files. A repeated upload replaces the first. */
    public interface Store {
        /**
         * Uploads one file of a model.
         *
         * @param root the server's address for a model's files
         */
        void upload(String root, String path, byte[] content) throws IOException;
    }

    /** The names of a model that are fixed before the server has it. */
    private record Origin(String experiment, String run, String uid, String uuid) {}

    private record Model(String uuid, String id, String files, String status) {
        static Model of(JsonNode model) {
            JsonNode info = model.path("info");
            String uuid = "";
            for (JsonNode tag : info.path("tags")) {
                uuid = tag.path("key").asText().equals(UUID) ? tag.path("value").asText() : uuid;
            }
            return new Model(
                    uuid,
                    info.path("model_id").asText(),
                    info.path("artifact_uri").asText(),
                    info.path("status").asText());
        }

        boolean isReady() {
            return status.equals(READY);
        }
    }

    private final Rest rest;
    private final Store store;

    public LoggedModels(Rest rest, Store store) {
        this.rest = rest;
        this.store = store;
    }

    /**
     * Makes a {@link ModelFolder} a logged model of a run. A repetition changes nothing.
     *
     * @param run the run's id on the server
     * @param uid our own
     * @return whether the server knows logged models; those before MLflow 3 do not
     */
    public boolean log(String run, String uid, Path folder, long step) throws IOException {
        String experiment = run(run).path("info").path("experiment_id").asText();
        Origin origin = new Origin(experiment, run, uid, ModelFolder.uuid(folder));
        Optional<List<Model>> known = find(origin);
        if (known.isEmpty()) {
            return false;
        }
        Model model = known.get().isEmpty() ? created(origin) : known.get().get(0);
        upload(model, run, folder);
        if (!model.isReady()) {
            ObjectNode ready = json().put("model_id", model.id()).put("status", READY);
            needed("PATCH", MODELS + "/" + model.id(), ready);
        }
        link(run, model, step);
        return true;
    }

    private static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }

    private JsonNode needed(String method, String path, @Nullable JsonNode body) throws IOException {
        return rest.ask(method, path, body)
                .orElseThrow(() -> new IOException("what belongs to the run is gone from there: no " + path));
    }

    private JsonNode run(String id) throws IOException {
        return needed("GET", "runs/get?run_id=" + id, null).path("run");
    }

    /**
     * The model, if it is there. A request whose answer was lost may have been done after the next one looked: of several, one
     * stands for ours. The others go, and so do those of the run's earlier generators that were left before they were ready and
     * linked: their files have been replaced, so that nobody can complete them.
     *
     * @return empty where the server knows no models at all
     */
    private Optional<List<Model>> find(Origin origin) throws IOException {
        ObjectNode search = json().put("filter", "tags.`" + UID + "` = '" + origin.uid() + "'");
        search.putArray("experiment_ids").add(origin.experiment());
        Optional<JsonNode> answer = rest.ask("POST", MODELS + "/search", search);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        List<Model> found = new ArrayList<>();
        answer.get().path("models").forEach(model -> found.add(Model.of(model)));
        List<Model> ours = found.stream()
                .filter(model -> model.uuid().equals(origin.uuid()))
                .sorted(Comparator.comparing((Model model) -> !model.isReady()).thenComparing(Model::id))
                .toList();
        for (Model other : found) {
            boolean stays =
                    ours.contains(other) ? other.equals(ours.get(0)) : other.isReady() && isLinked(origin.run(), other);
            if (!stays) {
                rest.ask("DELETE", MODELS + "/" + other.id(), null);
            }
        }
        return Optional.of(ours);
    }

    private Model created(Origin origin) throws IOException {
        ObjectNode creation = json().put("experiment_id", origin.experiment())
                .put("name", ModelFolder.NAME)
                .put("model_type", "gan")
                .put("source_run_id", origin.run());
        ArrayNode tags = creation.putArray("tags");
        tags.addObject().put("key", UID).put("value", origin.uid());
        tags.addObject().put("key", UUID).put("value", origin.uuid());
        JsonNode answer = needed("POST", MODELS, creation);
        return find(origin)
                .filter(models -> !models.isEmpty())
                .map(models -> models.get(0))
                .orElse(Model.of(answer.path("model")));
    }

    private void upload(Model model, String run, Path folder) throws IOException {
        for (Path file : ModelFolder.files(folder)) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            byte[] content = Files.readAllBytes(file);
            if (path.equals(ModelFolder.DESCRIPTION)) {
                String text = new String(content, StandardCharsets.UTF_8);
                content =
                        (text + "model_id: " + model.id() + "\nrun_id: " + run + "\n").getBytes(StandardCharsets.UTF_8);
            }
            store.upload(model.files(), path, content);
        }
    }

    /** The server refuses a second link; an answer that was lost may have made the first. */
    private void link(String run, Model model, long step) throws IOException {
        if (!isLinked(run, model)) {
            ObjectNode outputs = json().put("run_id", run);
            outputs.putArray("models").addObject().put("model_id", model.id()).put("step", step);
            try {
                needed("POST", "runs/outputs", outputs);
            } catch (IOException e) {
                if (!isLinked(run, model)) {
                    throw e;
                }
            }
        }
    }

    private boolean isLinked(String run, Model model) throws IOException {
        for (JsonNode output : run(run).path("outputs").path("model_outputs")) {
            if (output.path("model_id").asText().equals(model.id())) {
                return true;
            }
        }
        return false;
    }
}
