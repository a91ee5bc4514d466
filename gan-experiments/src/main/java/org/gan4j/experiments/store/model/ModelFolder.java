package org.gan4j.experiments.store.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.api.run.Run;
import org.gan4j.api.run.SavedModelExport;
import org.gan4j.api.run.WeightDigest;
import org.gan4j.api.track.RunRecord;
import org.gan4j.disk.WholeFile;
import org.gan4j.disk.WholeFolder;
import org.gan4j.experiments.store.Json;

/**
 * A generator in MLflow's form of a model: {@code MLmodel}, which describes it, the SavedModel in {@code tfmodel/}, and the
 * Python packages that load it. The flavour is {@code tf1-estimator}, which means no more than: call a signature of a SavedModel.
 */
public final class ModelFolder {
    /** The file that makes the folder a model; it is delivered last. */
    public static final String DESCRIPTION = "MLmodel";

    /** The model's name in MLflow. */
    public static final String NAME = "generator";

    /** The folder's path within a run's, with slashes. */
    public static final String PLACE = "artifacts/model/";

    private static final String SAVED_MODEL = "tfmodel";
    private static final Pattern UUID_LINE = Pattern.compile("(?m)^model_uuid: (.+)$");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ModelFolder() {}

    /**
     * Writes a run's generator as it is now, and replaces what an earlier call wrote to the folder.
     *
     * @throws WorkFailed if it cannot be written
     */
    public static void write(Path folder, RunRecord record, Run run) {
        SavedModelExport writer = run.capability(SavedModelExport.class)
                .orElseThrow(() -> new WorkFailed("this backend cannot write a generator as a SavedModel"));
        WholeFolder.remove(folder);
        WholeFolder.write(folder, unfinished -> {
            SavedModelExport.Exported exported = writer.export(unfinished.resolve(SAVED_MODEL));
            WholeFile.write(unfinished.resolve(Environment.REQUIREMENTS_FILE), Environment.requirements());
            WholeFile.write(unfinished.resolve(Environment.VIRTUALENV_FILE), Environment.virtualenv());
            WholeFile.write(unfinished.resolve(Environment.CONDA_FILE), Environment.conda());
            WholeFile.write(unfinished.resolve(DESCRIPTION), description(record, run, exported));
        });
    }

    /** Returns the folder's files, {@link #DESCRIPTION} last. */
    public static List<Path> files(Path folder) throws IOException {
        return WholeFolder.files(folder).stream()
                .sorted(Comparator.comparing(ModelFolder::isDescription).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Returns whether a file of a run's folder, by its path there, belongs to its model. */
    public static boolean isPart(String name) {
        return name.startsWith(PLACE);
    }

    /** Returns whether it is the model's last file. */
    public static boolean isWhole(String name) {
        return name.equals(PLACE + DESCRIPTION);
    }

    /** Returns the uuid of the model that a folder holds. */
    public static String uuid(Path folder) throws IOException {
        Matcher line = UUID_LINE.matcher(Files.readString(folder.resolve(DESCRIPTION)));
        if (!line.find()) {
            throw new IOException(folder.resolve(DESCRIPTION) + " is damaged: it has no model_uuid");
        }
        return line.group(1);
    }

    private static boolean isDescription(Path file) {
        return file.getFileName().toString().equals(DESCRIPTION);
    }

    private static String description(RunRecord record, Run run, SavedModelExport.Exported exported) {
        String weights = WeightDigest.sha256(run.weights());
        return """
            artifact_path: %s
            flavors:
              python_function:
                env:
                  conda: %s
                  virtualenv: %s
                loader_module: mlflow.tensorflow
                python_version: %s
              tensorflow:
                code: null
                meta_graph_tags:
                - %s
                model_type: tf1-estimator
                saved_model_dir: %s
                signature_def_key: %s
            metadata: %s
            mlflow_version: %s
            model_uuid: %s
            signature:
              inputs: '%s'
              outputs: '%s'
              params: null
            utc_time_created: '%s'
            """.formatted(
                        NAME,
                        Environment.CONDA_FILE,
                        Environment.VIRTUALENV_FILE,
                        Environment.PYTHON,
                        exported.tag(),
                        SAVED_MODEL,
                        exported.signature(),
                        Json.compact(metadata(record, run, weights)),
                        Environment.MLFLOW,
                        uuid(record, weights),
                        tensor(exported.latent()),
                        tensor(exported.example()),
                        TIME.format(Instant.now()));
    }

    /** Returns the model's provenance as a flow mapping; every JSON object is one. */
    private static Map<String, Object> metadata(RunRecord record, Run run, String weights) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("gan4j.uid", record.uid());
        metadata.put("gan4j.experiment", record.experiment());
        metadata.put("gan4j.run", record.name());
        metadata.put("gan4j.hash", record.hash());
        metadata.put("gan4j.step", run.step());
        metadata.put("gan4j.weights", weights);
        return metadata;
    }

    /** Returns the model's id. The same weights of the same run always have the same id. */
    private static String uuid(RunRecord record, String weights) {
        return UUID.nameUUIDFromBytes((record.uid() + weights).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    private static String tensor(SavedModelExport.Named tensor) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("dtype", "float32");
        spec.put("shape", tensor.shape().dims());
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("type", "tensor");
        entry.put("name", tensor.name());
        entry.put("tensor-spec", spec);
        return Json.compact(List.of(entry));
    }
}
