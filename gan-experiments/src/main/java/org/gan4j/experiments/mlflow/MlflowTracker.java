package org.gan4j.experiments.mlflow;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.part.About;
import org.gan4j.api.track.Observation;
import org.gan4j.api.track.RunRecord;
import org.gan4j.api.track.Tracker;
import org.gan4j.experiments.mlflow.model.LoggedModels;
import org.gan4j.experiments.mlflow.page.ComparisonPage;
import org.gan4j.experiments.mlflow.page.DatasetInput;
import org.gan4j.experiments.mlflow.page.GridImage;
import org.gan4j.experiments.mlflow.page.SavedViews;
import org.gan4j.experiments.mlflow.server.Address;
import org.gan4j.experiments.mlflow.server.Http;
import org.gan4j.experiments.mlflow.server.MlflowErrors;
import org.gan4j.experiments.mlflow.server.MlflowNames;
import org.gan4j.experiments.mlflow.server.OfficialClient;
import org.gan4j.experiments.store.ComparisonRecord;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.model.ModelFolder;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.RunStatus;

/**
 * Shows runs in MLflow. A run of ours is found there by the tag {@code gan4j.uid}; a comparison is the parent of its runs.
 *
 * <p>Values that are not finite are no metrics there (they spoil its charts, and a repetition of NaN is refused): the first of
 * a run stands in the tag {@code gan4j.nonFinite} as name@step.
 */
@About("shows runs in the MLflow server that MLFLOW_TRACKING_URI names")
public final class MlflowTracker implements Tracker {
    private static final String NON_FINITE = "gan4j.nonFinite";

    private final Optional<Address> address;
    private final Http http;
    private final OfficialClient server;
    private final RemoteRuns runs;
    private final Upload upload;
    private final Artifacts artifacts;
    private final LoggedModels models;
    private final Map<RunRecord, Set<Metric>> points = new LinkedHashMap<>();
    private final List<String> refused = new ArrayList<>();
    /** Uids of the runs whose first value that is not finite is known. */
    private final Set<String> marked = new HashSet<>();

    /** Makes a tracker for the server that the environment names, if it does. */
    @Inject
    public MlflowTracker() {
        this(Address.from(System.getenv()));
    }

    /** Makes a tracker for a server without a login. */
    public MlflowTracker(String uri) {
        this(Optional.of(Address.of(uri)));
    }

    MlflowTracker(Optional<Address> address) {
        this.address = address;
        Address used = address.orElse(Address.of("http://localhost"));
        http = new Http(used);
        server = new OfficialClient(http);
        runs = new RemoteRuns(server, used.experiment());
        upload = new Upload(server, runs, refused);
        artifacts = new Artifacts(used, http);
        models = new LoggedModels(
                http::ask,
                (root, path, content) -> artifacts.upload(new RemoteRuns.Remote("", root, Set.of()), path, content));
    }

    @Override
    public Optional<String> destination() {
        return address.map(where -> "MLflow at " + where.name());
    }

    /** The address of the page with the charts of a run's experiment. */
    public String charts(RunRecord run) throws IOException {
        return SavedViews.page(address.orElseThrow().uri(), runs.experiment(run));
    }

    @Override
    public boolean holds(RunRecord run) throws IOException {
        return runs.has(run);
    }

    @Override
    public void begun(RunRecord run) throws IOException {
        runs.reopen(run);
        SortedMap<String, String> tags = Description.tags(run);
        tags.put(Description.STATUS, Status.RUNNING.toString());
        runs.parent(run).ifPresent(parent -> tags.put("mlflow.parentRunId", parent));
        upload.tags(run, tags);
        upload.params(run, Description.params(run));
        if (!run.data().name().isEmpty()) {
            String input = DatasetInput.of(run, runs.of(run).id());
            server.ask(client -> client.sendPost("runs/log-inputs", input));
        }
    }

    @Override
    public void measured(RunRecord run, Observation observation) throws IOException {
        Set<Metric> collected = points.computeIfAbsent(run, key -> new LinkedHashSet<>());
        for (Map.Entry<String, Double> value : observation.values().entrySet()) {
            if (Double.isFinite(value.getValue())) {
                collected.add(Metric.newBuilder()
                        .setKey(MlflowNames.sane(value.getKey()))
                        .setValue(value.getValue())
                        .setTimestamp(observation.millis())
                        .setStep(observation.step())
                        .build());
            } else {
                mark(run, value.getKey() + "@" + observation.step());
            }
        }
    }

    private void mark(RunRecord run, String nonFinite) throws IOException {
        if (!marked.contains(run.uid())) {
            if (!runs.of(run).tags().contains(NON_FINITE)) {
                upload.tags(run, new TreeMap<>(Map.of(NON_FINITE, nonFinite)));
            }
            marked.add(run.uid());
        }
    }

    @Override
    public void artifact(RunRecord run, String name, Path file, long step, long millis) throws IOException {
        RemoteRuns.Remote remote = runs.of(run);
        try {
            if (ModelFolder.isPart(name)) {
                model(run, name, file, step);
                return;
            }
            artifacts.upload(remote, name, file);
            Optional<GridImage> image = GridImage.of(run.uid(), name, step, millis);
            if (image.isPresent()) {
                image(run, image.get(), file, step);
            }
            RunFolder folder = new RunFolder(Objects.requireNonNull(file.getParent()));
            Optional<ComparisonRecord> comparison =
                    file.equals(folder.comparisonJson()) ? folder.comparison() : Optional.empty();
            if (comparison.isPresent()) {
                comparison(run, new ComparisonPage(comparison.get()), step, millis);
            }
        } catch (MlflowErrors.Refused refusal) {
            if (!refusal.isForGood()) {
                throw refusal;
            }
            refused.add("the file " + name + " (" + refusal.getMessage() + ")");
        }
    }

    /** The last of a model's files brings all of them: as a logged model, or to the run's files where there is no such thing. */
    private void model(RunRecord run, String name, Path file, long step) throws IOException {
        if (!ModelFolder.isWhole(name)) {
            return;
        }
        RemoteRuns.Remote remote = runs.of(run);
        Path folder = Objects.requireNonNull(file.getParent());
        if (Artifacts.isProxied(remote.artifacts()) && models.log(remote.id(), run.uid(), folder, step)) {
            return;
        }
        for (Path part : ModelFolder.files(folder)) {
            artifacts.upload(
                    remote,
                    ModelFolder.PLACE + folder.relativize(part).toString().replace('\\', '/'),
                    part);
        }
    }

    private void image(RunRecord run, GridImage image, Path file, long step) throws IOException {
        Optional<byte[]> thumbnail = GridImage.thumbnail(file);
        if (thumbnail.isPresent()) {
            RemoteRuns.Remote remote = runs.of(run);
            artifacts.upload(remote, image.full(), file);
            artifacts.upload(remote, image.thumbnail(), thumbnail.get());
            upload.tags(
                    run,
                    new TreeMap<>(Map.of("mlflow.loggedImages", "true", Description.PICTURED, Long.toString(step))));
        }
    }

    private void comparison(RunRecord run, ComparisonPage page, long step, long millis) throws IOException {
        artifacts.upload(runs.of(run), ComparisonPage.TABLE, page.table().getBytes(StandardCharsets.UTF_8));
        upload.tags(
                run,
                new TreeMap<>(Map.of(
                        Description.NOTE,
                        MlflowNames.cut(page.note(), MlflowNames.LONGEST_TAG),
                        "mlflow.loggedArtifacts",
                        ComparisonPage.tableTag())));
        measured(run, Observation.of(step, millis, page.metrics()));
    }

    @Override
    public void ended(RunRecord run, Status status, long millis) throws IOException {
        flush();
        upload.tags(run, new TreeMap<>(Map.of(Description.STATUS, status.toString())));
        String id = runs.of(run).id();
        server.ask(client -> {
            client.setTerminated(id, theirs(status), millis);
            return id;
        });
        runs.show(run);
    }

    private static RunStatus theirs(Status status) {
        return switch (status) {
            case RUNNING -> RunStatus.RUNNING;
            case FINISHED -> RunStatus.FINISHED;
            case KILLED -> RunStatus.KILLED;
            case FAILED, DIVERGED -> RunStatus.FAILED;
        };
    }

    @Override
    public List<String> refused() {
        List<String> taken = List.copyOf(refused);
        refused.clear();
        return taken;
    }

    @Override
    public void flush() throws IOException {
        for (Map.Entry<RunRecord, Set<Metric>> collected : points.entrySet()) {
            upload.metrics(collected.getKey(), collected.getValue());
        }
        points.clear();
    }

    /** May be called by any thread: whoever waits for an answer waits no longer. */
    @Override
    public void close() {
        http.close();
    }
}
