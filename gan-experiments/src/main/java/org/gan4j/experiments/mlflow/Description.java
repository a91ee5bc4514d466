package org.gan4j.experiments.mlflow;

import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.track.RunRecord;
import org.gan4j.api.track.RunRecord.PartRecord;
import org.gan4j.api.track.RunRecord.PluginRecord;
import org.gan4j.experiments.mlflow.server.MlflowNames;

/** A run's provenance in MLflow's words. */
final class Description {
    /** The tag by which a run is found again: MLflow chooses its own ids. */
    static final String UID = "gan4j.uid";

    /** The tag that MLflow shows as the description of a run or an experiment, in Markdown. */
    static final String NOTE = "mlflow.note.content";

    static final String STATUS = "gan4j.status";

    /** The step of the last sample pictures that the server has. */
    static final String PICTURED = "gan4j.pictured";

    private Description() {}

    /** The resolved experiment, and the class, module and jar of each part. */
    static SortedMap<String, String> params(RunRecord run) {
        SortedMap<String, String> params = new TreeMap<>();
        run.settings()
                .forEach((key, value) ->
                        params.put(MlflowNames.sane(key), MlflowNames.cut(value, MlflowNames.LONGEST_PARAM)));
        for (PartRecord part : run.parts()) {
            boolean several = run.parts().stream()
                            .filter(other -> other.key().equals(part.key()))
                            .count()
                    > 1;
            String key = MlflowNames.sane(several ? part.key() + "." + part.name() : part.key());
            add(params, key + ".class", part.type());
            add(params, key + ".module", part.module());
            add(params, key + ".jar", part.jar());
        }
        return params;
    }

    private static void add(SortedMap<String, String> params, String key, String value) {
        if (!value.isEmpty()) {
            params.putIfAbsent(key, MlflowNames.cut(value, MlflowNames.LONGEST_PARAM));
        }
    }

    /** Returns the tags that say what made the run, but for its parent, whose id only the server knows. */
    static SortedMap<String, String> tags(RunRecord run) {
        SortedMap<String, String> tags = new TreeMap<>();
        tag(tags, UID, run.uid());
        tag(tags, "mlflow.runName", run.name());
        tag(tags, "mlflow.source.name", "gan");
        tag(tags, "mlflow.source.type", "LOCAL");
        tag(tags, "mlflow.source.git.commit", run.commit());
        tag(tags, "gan4j.kind", run.kind());
        tag(tags, "gan4j.hash", run.hash());
        tag(tags, "gan4j.seed", Long.toString(run.seed()));
        tag(tags, "gan4j.device", run.device());
        run.versions().forEach((what, version) -> tag(tags, "gan4j.version." + what, version));
        for (PluginRecord plugin : run.plugins()) {
            String jar = plugin.sha256().isEmpty() ? "" : ", " + plugin.jar() + " sha256:" + plugin.sha256();
            tag(tags, "gan4j.plugin." + plugin.id(), plugin.version() + jar);
        }
        return tags;
    }

    private static void tag(SortedMap<String, String> tags, String name, String value) {
        if (!value.isEmpty()) {
            tags.put(MlflowNames.sane(name), MlflowNames.cut(value, MlflowNames.LONGEST_TAG));
        }
    }
}
