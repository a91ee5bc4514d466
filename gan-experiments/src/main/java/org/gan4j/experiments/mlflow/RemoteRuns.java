package org.gan4j.experiments.mlflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.metric.TrainingSignals;
import org.gan4j.api.track.RunRecord;
import org.gan4j.experiments.mlflow.page.ExperimentNote;
import org.gan4j.experiments.mlflow.page.SavedViews;
import org.gan4j.experiments.mlflow.server.MlflowErrors;
import org.gan4j.experiments.mlflow.server.MlflowNames;
import org.gan4j.experiments.mlflow.server.OfficialClient;
import org.mlflow.api.proto.Service.CreateExperiment;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.Experiment;
import org.mlflow.api.proto.Service.ExperimentTag;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunData;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.MlflowClient;

/**
 * Which MLflow run stands for which of ours. MLflow chooses its ids itself, so ours is a tag, given in the request that creates
 * the run; before that the server is searched for it, so that a repeated creation finds the first.
 */
final class RemoteRuns {
    private static final String DELETED = "deleted";

    /**
     * A run on the server.
     *
     * @param artifacts where its artifacts go
     * @param tags      the names of the tags it had when it was found
     */
    record Remote(String id, String artifacts, Set<String> tags) {}

    private final OfficialClient server;
    private final Optional<String> experiment;
    private final Map<String, String> experiments = new HashMap<>();
    private final Map<String, Remote> runs = new HashMap<>();

    /** @param experiment the experiment for all runs; empty for that of each run's recipe */
    RemoteRuns(OfficialClient server, Optional<String> experiment) {
        this.server = server;
        this.experiment = experiment;
    }

    private String name(RunRecord run) {
        return experiment.orElse(run.experiment());
    }

    private Optional<Experiment> byName(RunRecord run) throws IOException {
        try {
            return server.ask(client -> client.getExperimentByName(name(run)));
        } catch (MlflowErrors.Refused refusal) {
            if (refusal.isNotFound()) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /** The run on the server, created where it is missing. */
    Remote of(RunRecord run) throws IOException {
        return of(run, run.uid(), run.name());
    }

    /** The id of the comparison that a run belongs to. Where the server does not have it yet, a run that waits for it. */
    Optional<String> parent(RunRecord run) throws IOException {
        return run.parent().isEmpty()
                ? Optional.empty()
                : Optional.of(of(run, run.parent(), run.parent()).id());
    }

    /** Returns whether the server has the run. Changes nothing there. */
    boolean has(RunRecord run) throws IOException {
        forget(run);
        Optional<Experiment> found = byName(run);
        return found.isPresent()
                && !search(found.get().getExperimentId(), run.uid()).isEmpty();
    }

    /** Returns whether somebody deleted the run, so that the server refuses records of it; looking it up anew brings it back. */
    boolean wasDeleted(RunRecord run) throws IOException {
        String id = of(run).id();
        boolean deleted = server.ask(client -> client.getRun(id).getInfo().getLifecycleStage())
                .equals(DELETED);
        if (deleted) {
            forget(run);
        }
        return deleted;
    }

    /** Forgets what was known of the run. */
    void forget(RunRecord run) {
        experiments.remove(name(run));
        runs.remove(run.uid());
    }

    /** Makes the server take records of the run: as one that goes on, and not as one that somebody deleted. */
    void reopen(RunRecord run) throws IOException {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("run_id", of(run).id())
                .put("run_name", run.name())
                .put("status", RunStatus.RUNNING.name())
                .toString();
        server.ask(client -> client.sendPost("runs/update", body));
    }

    /** The id of the experiment that a run belongs to. */
    String experiment(RunRecord run) throws IOException {
        String known = experiments.get(name(run));
        if (known == null) {
            Optional<Experiment> found = byName(run);
            known = found.isPresent() ? restored(found.get()) : created(name(run));
            describe(known, run, found);
            experiments.put(name(run), known);
        }
        return known;
    }

    private Remote of(RunRecord run, String uid, String name) throws IOException {
        Remote known = runs.get(uid);
        if (known == null) {
            String id = experiment(run);
            Optional<Remote> found = find(id, uid);
            known = found.isPresent() ? found.get() : create(id, uid, name, run.started());
            if (found.isEmpty()) {
                known = find(id, uid).orElse(known);
            }
            runs.put(uid, known);
        }
        return known;
    }

    /**
     * Looks the run up. A request whose answer was lost may have been done later than the next one looked, and left an empty
     * run: of several the one with content stands for ours, and the empty ones go.
     */
    private Optional<Remote> find(String experiment, String uid) throws IOException {
        List<Run> found = search(experiment, uid).stream()
                .sorted(Comparator.comparing((Run run) -> !tags(run).contains(Description.STATUS))
                        .thenComparing(RemoteRuns::isDeleted)
                        .thenComparing(run -> run.getInfo().getRunId()))
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        for (Run other : found.subList(1, found.size())) {
            if (!isDeleted(other) && !tags(other).contains(Description.STATUS)) {
                change(client -> client.deleteRun(other.getInfo().getRunId()));
            }
        }
        Run ours = found.get(0);
        if (isDeleted(ours)) {
            change(client -> client.restoreRun(ours.getInfo().getRunId()));
        }
        return Optional.of(new Remote(ours.getInfo().getRunId(), ours.getInfo().getArtifactUri(), tags(ours)));
    }

    private List<Run> search(String experiment, String uid) throws IOException {
        String filter = "tags.`" + Description.UID + "` = '" + uid + "'";
        return server.ask(client ->
                client.searchRuns(List.of(experiment), filter, ViewType.ALL, 10).getItems());
    }

    private static boolean isDeleted(Run run) {
        return run.getInfo().getLifecycleStage().equals(DELETED);
    }

    private static Set<String> tags(Run run) {
        return run.getData().getTagsList().stream().map(RunTag::getKey).collect(Collectors.toSet());
    }

    private void change(Consumer<MlflowClient> change) throws IOException {
        server.ask(client -> {
            change.accept(client);
            return true;
        });
    }

    private Remote create(String experiment, String uid, String name, long started) throws IOException {
        CreateRun request = CreateRun.newBuilder()
                .setExperimentId(experiment)
                .setRunName(name)
                .setStartTime(started)
                .addTags(RunTag.newBuilder().setKey(Description.UID).setValue(uid))
                .addTags(RunTag.newBuilder().setKey("mlflow.user").setValue(System.getProperty("user.name")))
                .build();
        return server.ask(client -> {
            var info = client.createRun(request);
            return new Remote(info.getRunId(), info.getArtifactUri(), Set.of());
        });
    }

    private String restored(Experiment experiment) throws IOException {
        String id = experiment.getExperimentId();
        if (experiment.getLifecycleStage().equals(DELETED)) {
            change(client -> client.restoreExperiment(id));
        }
        return id;
    }

    private String created(String name) throws IOException {
        CreateExperiment request = CreateExperiment.newBuilder()
                .setName(name)
                // Otherwise MLflow guesses from the runs whether to show charts or language-model traces.
                .addTags(ExperimentTag.newBuilder()
                        .setKey("mlflow.experimentKind")
                        .setValue("custom_model_development"))
                .build();
        return server.ask(client -> client.createExperiment(request));
    }

    /** Gives the experiment a description and ready-made charts where it has none: what people wrote there stays. */
    private void describe(String id, RunRecord run, Optional<Experiment> found) throws IOException {
        SortedMap<String, String> tags = SavedViews.tags(run, 0, Map.of(), MlflowNames.LONGEST_TAG);
        tags.put(Description.NOTE, ExperimentNote.of(run));
        found.ifPresent(experiment -> experiment.getTagsList().forEach(tag -> tags.remove(tag.getKey())));
        tag(id, tags);
    }

    /**
     * Makes the ready-made charts show what this run measured, and begin with its last sample pictures; a run without
     * pictures leaves the charts as they are. The server is asked for both, because several senders may have delivered
     * the run in turns.
     */
    void show(RunRecord run) throws IOException {
        String id = of(run).id();
        RunData data = server.ask(client -> client.getRun(id).getData());
        for (RunTag tag : data.getTagsList()) {
            if (tag.getKey().equals(Description.PICTURED)) {
                long step = Long.parseLong(tag.getValue());
                tag(experiment(run), SavedViews.tags(run, step, keys(run, data), MlflowNames.LONGEST_TAG));
            }
        }
    }

    /**
     * Returns the keys of a run's evaluations on the server, by declared name; a protocol that departs stands in the key. The
     * difference of logits is among them where it was measured.
     */
    private static Map<String, String> keys(RunRecord run, RunData data) {
        List<String> declared = Stream.concat(
                        run.metrics().stream().map(MetricInfo::name), Stream.of(TrainingSignals.LOGIT_DIFFERENCE))
                // Of two names that fit, the longer is meant: a-b before a, of which -b could be a departure.
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        Map<String, String> keys = new TreeMap<>();
        for (Metric metric : data.getMetricsList()) {
            declared.stream()
                    .filter(name -> isOf(MlflowNames.sane(name), metric.getKey()))
                    .findFirst()
                    .ifPresent(name -> keys.putIfAbsent(name, metric.getKey()));
        }
        return keys;
    }

    private static boolean isOf(String name, String key) {
        return key.equals(name) || key.startsWith(name + "-");
    }

    private void tag(String experiment, SortedMap<String, String> tags) throws IOException {
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            change(client -> client.setExperimentTag(experiment, tag.getKey(), tag.getValue()));
        }
    }
}
