package org.gan4j.experiments.mlflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.track.RunRecord;
import org.gan4j.experiments.mlflow.server.MlflowErrors;
import org.gan4j.experiments.mlflow.server.MlflowNames;
import org.gan4j.experiments.mlflow.server.OfficialClient;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.RunTag;

/**
 * Parameters, tags and metrics, in requests of one kind and within the server's limits: a request of several kinds is not done
 * or left as a whole. What the server refuses is found by halving, noted, and left out; the rest gets there.
 */
final class Upload {
    private static final int MOST_POINTS = 1000;
    /** The most metrics, parameters or tags of a request; more metric names in a request make older servers refuse a repetition. */
    private static final int MOST_KEYS = 100;

    private interface Request<E> {
        void send(String run, List<E> elements) throws IOException;
    }

    private static final int LONGEST_TOLD = 200;

    private final OfficialClient server;
    private final RemoteRuns runs;
    private final List<String> refused;

    /** @param refused collects what the server refuses */
    Upload(OfficialClient server, RemoteRuns runs, List<String> refused) {
        this.server = server;
        this.runs = runs;
        this.refused = refused;
    }

    void params(RunRecord run, SortedMap<String, String> params) throws IOException {
        List<Param> all = params.entrySet().stream()
                .map(param -> Param.newBuilder()
                        .setKey(param.getKey())
                        .setValue(param.getValue())
                        .build())
                .toList();
        for (List<Param> chunk : chunks(all, MOST_KEYS)) {
            send(run, chunk, (id, part) -> log(id, List.of(), part, List.of()));
        }
    }

    void tags(RunRecord run, SortedMap<String, String> tags) throws IOException {
        List<RunTag> all = tags.entrySet().stream()
                .map(tag -> RunTag.newBuilder()
                        .setKey(tag.getKey())
                        .setValue(tag.getValue())
                        .build())
                .toList();
        for (List<RunTag> chunk : chunks(all, MOST_KEYS)) {
            send(run, chunk, (id, part) -> log(id, List.of(), List.of(), part));
        }
    }

    void metrics(RunRecord run, Collection<Metric> points) throws IOException {
        Map<String, List<Metric>> byKey = new TreeMap<>();
        points.forEach(point ->
                byKey.computeIfAbsent(point.getKey(), key -> new ArrayList<>()).add(point));
        for (List<List<Metric>> keys : chunks(List.copyOf(byKey.values()), MOST_KEYS)) {
            List<Metric> all = keys.stream().flatMap(List::stream).toList();
            for (List<Metric> chunk : chunks(all, MOST_POINTS)) {
                send(run, chunk, (id, part) -> log(id, part, List.of(), List.of()));
            }
        }
    }

    private static <E> List<List<E>> chunks(List<E> all, int most) {
        List<List<E>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += most) {
            chunks.add(all.subList(from, Math.min(all.size(), from + most)));
        }
        return chunks;
    }

    private void log(String run, List<Metric> metrics, List<Param> params, List<RunTag> tags) throws IOException {
        server.ask(client -> {
            client.logBatch(run, metrics, params, tags);
            return run;
        });
    }

    private <E> void send(RunRecord run, List<E> elements, Request<E> request) throws IOException {
        try {
            request.send(runs.of(run).id(), elements);
        } catch (MlflowErrors.Refused refusal) {
            if (refusal.isNotFound() || runs.wasDeleted(run)) {
                throw new IOException("the run " + run.name() + " is gone from there", refusal);
            }
            halve(run, elements, request, refusal);
        }
    }

    private <E> void halve(RunRecord run, List<E> elements, Request<E> request, MlflowErrors.Refused refusal)
            throws IOException {
        if (elements.size() == 1 && !refusal.isForGood()) {
            throw refusal;
        }
        if (elements.size() == 1) {
            String element = elements.get(0).toString().replaceAll("\\s+", " ").strip();
            refused.add(MlflowNames.cut(element, LONGEST_TOLD) + " (" + refusal.getMessage() + ")");
            return;
        }
        int half = elements.size() / 2;
        for (List<E> part : List.of(elements.subList(0, half), elements.subList(half, elements.size()))) {
            try {
                request.send(runs.of(run).id(), part);
            } catch (MlflowErrors.Refused again) {
                halve(run, part, request, again);
            }
        }
    }
}
