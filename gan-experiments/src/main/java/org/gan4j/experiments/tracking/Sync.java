package org.gan4j.experiments.tracking;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.track.Tracker;
import org.gan4j.disk.DiskTrouble;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.AbandonedRuns;
import org.gan4j.experiments.store.journal.JournalEntry;
import org.gan4j.experiments.store.journal.JournalEvent;
import org.gan4j.experiments.store.journal.JournalReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what journals hold at this moment and their destinations lack, and is done then. Of a run that goes on, the rest is
 * for its own sender, which waits meanwhile: while a run is being sent to a destination, no other process sends it there.
 *
 * @param again whether to send also what was taken before
 */
public record Sync(RetryPolicy pace, boolean again) {
    private static final Logger LOG = LoggerFactory.getLogger(Sync.class);

    /**
     * Sends, and waits for it. A destination that fails three times in a row is given up. A run that died without a word is
     * recorded as killed first, so that no destination shows it as one that goes on.
     *
     * @param folders  of the runs
     * @param trackers closed when this returns
     */
    public List<DeliveryReport> send(List<Path> folders, List<Tracker> trackers) throws IOException {
        for (Path folder : folders) {
            endIfAbandoned(folder);
        }
        List<TrackerWorker> deliveries = new ArrayList<>();
        for (Tracker tracker : trackers) {
            tracker.destination()
                    .map(destination -> TrackerWorker.once(tracker, destination, pace, outboxes(folders, destination)))
                    .ifPresent(deliveries::add);
        }
        return deliveries.stream()
                .flatMap(each -> each.await().stream())
                .map(Sync::withLoss)
                .toList();
    }

    /** Adds the trouble of a run that nothing can be sent of, although it has ended. */
    private static DeliveryReport withLoss(DeliveryReport report) {
        return report.trouble().isEmpty() && AbandonedRuns.hasLostItsJournal(report.run())
                ? new DeliveryReport(
                        report.run(),
                        report.destination(),
                        report.sent(),
                        report.left(),
                        new RunFolder(report.run()).journal()
                                + ": holds no record, although the run has ended; nothing of it can be sent")
                : report;
    }

    /** A run whose journal cannot be read is told of when its turn comes. */
    private static void endIfAbandoned(Path folder) {
        try {
            AbandonedRuns.end(folder);
        } catch (IOException e) {
            LOG.debug("{}: the journal cannot be read", folder, e);
        }
    }

    private List<Outbox> outboxes(List<Path> folders, String destination) {
        return folders.stream()
                .map(folder -> Outbox.once(folder.toAbsolutePath().normalize(), destination, again))
                .toList();
    }

    /**
     * Returns what {@link #send} would send, without a change here or there.
     *
     * @param trackers closed when this returns
     */
    public List<DeliveryReport> plan(List<Path> folders, List<Tracker> trackers) throws IOException {
        List<DeliveryReport> planned = new ArrayList<>();
        for (Tracker tracker : trackers) {
            String silence = "";
            for (Path folder : tracker.destination().isPresent() ? folders : List.<Path>of()) {
                Path absolute = folder.toAbsolutePath().normalize();
                try {
                    DeliveryReport shipment = plan(absolute, tracker, silence);
                    silence = shipment.trouble();
                    planned.add(withLoss(shipment));
                } catch (IOException e) {
                    planned.add(unreadable(absolute, tracker, e));
                }
            }
            tracker.close();
        }
        return planned;
    }

    private static DeliveryReport unreadable(Path folder, Tracker tracker, IOException e) {
        String trouble = String.valueOf(
                DiskTrouble.reading(new RunFolder(folder).journal(), e).getMessage());
        return new DeliveryReport(folder, tracker.destination().orElseThrow(), 0, 0, trouble);
    }

    /** @param silence why the destination cannot be asked; empty while it was not found silent */
    private DeliveryReport plan(Path folder, Tracker tracker, String silence) throws IOException {
        String destination = tracker.destination().orElseThrow();
        DeliveryCursor.Content noted = DeliveryCursor.noted(folder, destination);
        long taken = again ? 0 : noted.sequence();
        String trouble = silence;
        if (taken > 0 && silence.isEmpty()) {
            try {
                taken = isThere(folder, tracker) ? taken : 0;
            } catch (Exception | LinkageError e) {
                trouble = destination + " does not report what it has (" + e.getMessage()
                        + "), so this counts what it took before";
            }
        }
        long postponed = taken > 0 ? noted.postponed().size() : 0;
        long left = JournalTail.recordsAfter(taken, folder) + postponed;
        return new DeliveryReport(folder, destination, 0, left, trouble);
    }

    private static boolean isThere(Path folder, Tracker tracker) throws Exception {
        Optional<JournalEntry> first = JournalReader.open(folder).next();
        return first.isEmpty()
                || !(first.get().event() instanceof JournalEvent.Begun begun)
                || tracker.holds(begun.run());
    }
}
