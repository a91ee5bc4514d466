package org.gan4j.experiments.program.command.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.api.track.RunRecord;
import org.gan4j.experiments.mlflow.MlflowTracker;
import org.gan4j.experiments.mlflow.local.LocalServer;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.tracking.DeliveryReport;
import org.gan4j.experiments.tracking.RetryPolicy;
import org.gan4j.experiments.tracking.Sender;
import org.gan4j.experiments.tracking.Sync;

/** Shows all runs of a folder in MLflow on this machine: those that are there, those under way, and those to come. */
@Usage(
        value = "shows runs in MLflow, also while they train; ends with Ctrl-C",
        examples = {"gan ui", "gan ui --port 5050 --runs my-runs"})
public record UiCommand(
        @Param(value = "5000", min = 1, max = 65535, doc = "port of the MLflow server")
        int port,

        @Param(value = "runs", doc = "folder that holds the runs")
        Path runs)
        implements Command {
    /** Enough for a program that is fetched first. */
    private static final Duration START = Duration.ofMinutes(5);

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LEAVE = Duration.ofSeconds(3);

    @Override
    public int run(Context context) throws IOException, InterruptedException {
        // Also a mistake in the folder is one to find before the server starts.
        List<RunFolder> found = RunFolder.below(runs);
        LocalServer server = LocalServer.findOrStart(runs, port, START, context::note);
        Sender sender = Sender.start(List.of(new MlflowTracker(server.uri())));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            sender.close(LEAVE);
            server.close();
        }));
        catchUp(found, server.uri(), context).forEach(shipment -> sender.follow(shipment.run(), shipment.trouble()));
        context.print(server.page());
        newest(found, context).ifPresent(run -> context.print(charts(run, server.uri())));
        context.result(Map.of("uri", server.uri()));
        context.note(found.size() + " runs in " + runs + " are shown there; end with Ctrl-C");
        while (server.isAlive()) {
            RunFolder.below(runs).forEach(run -> sender.follow(run.path()));
            Thread.sleep(LOOK.toMillis());
        }
        throw new WorkFailed("MLflow ended unexpectedly; its output is in " + runs.resolve("mlflow.log"));
    }

    private static Optional<RunRecord> newest(List<RunFolder> found, Context context) {
        List<RunRecord> records = new ArrayList<>();
        for (RunFolder run : found) {
            try {
                records.add(run.record());
            } catch (InvalidInput e) {
                context.note(e.getMessage() + "; what its journal holds is shown");
            }
        }
        return records.stream().max(Comparator.comparingLong(RunRecord::started));
    }

    private static String charts(RunRecord run, String uri) {
        try (MlflowTracker tracker = new MlflowTracker(uri)) {
            return "charts of " + run.experiment() + ": " + tracker.charts(run);
        } catch (IOException e) {
            throw new WorkFailed("MLflow at " + uri + " does not answer: " + e.getMessage(), e);
        }
    }

    /** Sends all there is before the page opens; the sender tries again what could not be sent now. */
    private static List<DeliveryReport> catchUp(List<RunFolder> found, String uri, Context context) throws IOException {
        List<Path> folders = found.stream().map(RunFolder::path).toList();
        List<DeliveryReport> shipments =
                new Sync(RetryPolicy.STANDARD, false).send(folders, List.of(new MlflowTracker(uri)));
        shipments.stream()
                .filter(shipment -> !shipment.isComplete())
                .forEach(shipment -> context.note(
                        shipment.trouble().contains(shipment.run().toString())
                                ? shipment.trouble()
                                : shipment.run() + ": " + shipment.trouble()));
        return shipments;
    }
}
