package org.gan4j.experiments.mlflow.page;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.api.track.RunRecord;
import org.gan4j.experiments.store.Json;

/** A run's data set, as MLflow lists it among the run's inputs. */
public final class DatasetInput {
    /** The number of characters of a digest that MLflow keeps. */
    private static final int DIGEST = 36;

    private DatasetInput() {}

    /** The request that adds it to a run; repeated, it has no second effect. */
    public static String of(RunRecord run, String id) {
        RunRecord.DataRecord data = run.data();
        String digest =
                data.digest().substring(0, Math.min(DIGEST, data.digest().length()));
        Map<String, String> dataset = new TreeMap<>(Map.of(
                "name", data.name(),
                "digest", digest,
                "source_type", "gan4j",
                "source", Json.compact(new TreeMap<>(Map.of("dataset", data.name(), "sha256", data.digest()))),
                "profile", Json.compact(Map.of("shape of an example", data.shape()))));
        return Json.compact(new TreeMap<>(Map.of(
                "run_id",
                id,
                "datasets",
                List.of(new TreeMap<>(Map.of(
                        "tags",
                        List.of(Map.of("key", "mlflow.data.context", "value", "train")),
                        "dataset",
                        dataset))))));
    }
}
