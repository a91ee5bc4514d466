package org.gan4j.experiments.program.command.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.api.track.Tracker;
import org.gan4j.experiments.program.command.result.RunArgument;
import org.gan4j.experiments.store.RecordedRun;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.tracking.DeliveryReport;
import org.gan4j.experiments.tracking.RetryPolicy;
import org.gan4j.experiments.tracking.Sync;
import org.gan4j.experiments.tracking.Trackers;
import org.gan4j.registry.Extensions;

/** {@code gan sync}. */
@Usage(
        value = "sends the records that the tracking server lacks, as after an outage; with a comparison, also those of"
                + " its runs",
        arguments = "[RUN...]",
        examples = {
            "MLFLOW_TRACKING_URI=http://tracking:5000 gan sync --dry-run",
            "MLFLOW_TRACKING_URI=http://tracking:5000 gan sync",
            "gan sync latest --again"
        })
public record SyncCommand(
        @Param(value = "false", doc = "also send what the server took before, as for one restored from an old backup")
        boolean again,

        @Param(value = "runs", doc = "folder that holds the runs")
        Path runs)
        implements Command {
    @Override
    public int run(Context context) throws IOException {
        List<Path> folders = folders(context);
        List<Tracker> trackers = Trackers.active(Extensions.of(context));
        if (trackers.isEmpty()) {
            throw new InvalidInput(
                    "MLFLOW_TRACKING_URI",
                    "not set; expected the address of a tracking server, such as http://127.0.0.1:5000, where"
                            + " gan ui starts a server on this machine");
        }
        Sync sync = new Sync(RetryPolicy.STANDARD, again);
        List<DeliveryReport> shipments = context.dryRun() ? sync.plan(folders, trackers) : sync.send(folders, trackers);
        shipments.forEach(shipment -> tell(shipment, context));
        context.result(document(shipments));
        List<DeliveryReport> troubled =
                shipments.stream().filter(each -> !each.trouble().isEmpty()).toList();
        if (!context.dryRun() && !troubled.isEmpty()) {
            throw new WorkFailed(troubled.size() + " of " + shipments.size() + " runs were not sent completely: "
                    + troubled.get(0).trouble());
        }
        return 0;
    }

    private List<Path> folders(Context context) {
        if (context.arguments().isEmpty()) {
            return RunFolder.below(runs).stream()
                    .filter(folder -> isToBeSent(folder, context))
                    .map(RunFolder::path)
                    .toList();
        }
        return context.arguments().stream()
                .map(argument -> RunArgument.find(argument, runs))
                .flatMap(SyncCommand::withMembers)
                .map(RunFolder::path)
                .distinct()
                .toList();
    }

    /** A damaged run.json does not matter where there is a journal, which holds the run's record too. */
    private static boolean isToBeSent(RunFolder folder, Context context) {
        try {
            folder.record();
            return true;
        } catch (InvalidInput e) {
            boolean sendable = Files.isRegularFile(folder.journal());
            context.note(e.getMessage() + (sendable ? "; its journal is sent" : "; it has no journal and is left out"));
            return sendable;
        }
    }

    /** A comparison's runs lie beside it. */
    private static Stream<RunFolder> withMembers(RunFolder folder) {
        String uid = folder.record().uid();
        Stream<RunFolder> members = folder.record().kind().equals("comparison")
                ? RecordedRun.membersOf(uid, folder.siblings()).map(RecordedRun::folder)
                : Stream.of();
        return Stream.concat(Stream.of(folder), members);
    }

    private static void tell(DeliveryReport shipment, Context context) {
        String what = context.dryRun()
                ? "would send " + shipment.left()
                : "sent " + shipment.sent() + (shipment.left() > 0 ? ", left " + shipment.left() : "");
        String trouble = shipment.trouble().isEmpty() ? "" : "  (" + shipment.trouble() + ")";
        context.print(what + "  " + shipment.run() + " to " + shipment.destination() + trouble);
    }

    private static Map<String, Object> document(List<DeliveryReport> shipments) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("sent", shipments.stream().mapToLong(DeliveryReport::sent).sum());
        document.put("left", shipments.stream().mapToLong(DeliveryReport::left).sum());
        document.put("runs", shipments.stream().map(SyncCommand::row).toList());
        return document;
    }

    private static Map<String, Object> row(DeliveryReport shipment) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("run", shipment.run().toString());
        row.put("destination", shipment.destination());
        row.put("sent", shipment.sent());
        row.put("left", shipment.left());
        row.put("trouble", shipment.trouble());
        return row;
    }
}
