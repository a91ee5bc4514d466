package org.gan4j.experiments.store.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.TrainingSignals;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.api.track.Observation;
import org.gan4j.api.track.RunRecord;
import org.gan4j.disk.DiskTrouble;
import org.gan4j.experiments.store.RunFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record of everything that happens in a run, in order. Trackers, tables and reports are made from it.
 *
 * <p>{@code journal.log} has one line a record: sequence, CRC32C, JSON. {@code metrics.csv} repeats the values. A record is with
 * the operating system when the call returns, so it outlives a killed process, and on the disk at most about a second later.
 *
 * <p>A resumed run does not record again what its journal already holds: values and artifacts are identified by name
 * and step.
 *
 * <p>After {@link #open}, no method but {@link #settle} throws for trouble with the disk: records that the disk does not
 * take wait in memory and are counted, a warning is logged, and training continues. Safe for use by several threads.
 */
public final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private static final int WARM_UP = 200;

    private final Path folder;
    private final FolderLock lock;
    private final RecordedKeys recorded;
    private final AppendedFile log;
    private final AppendedFile table;
    private final Flusher flusher;
    private long sequence;
    private long lost;
    private final JournalCost cost = new JournalCost();
    private boolean toldOfTrouble;
    private boolean closed;

    private Journal(Path folder, FolderLock lock, ExistingJournal existing) throws IOException {
        Path csv = new RunFolder(folder).metricsCsv();
        this.folder = folder;
        this.lock = lock;
        recorded = existing.recorded();
        sequence = existing.sequence();
        table = new AppendedFile(csv, Files.size(csv));
        log = new AppendedFile(new RunFolder(folder).journal(), existing.bytes());
        flusher = Flusher.start(log, this::reportTrouble);
        warmUp();
    }

    /**
     * Loads classes by writing records elsewhere, because the first records take longer than hundreds of others and
     * must not delay training.
     */
    private static void warmUp() {
        Observation observation =
                Observation.of(0, 0, Map.of(TrainingSignals.LOSS_D, 1.5, TrainingSignals.LOSS_G, Double.NaN));
        JournalEvent.Measured measured = JournalEvent.Measured.of(observation);
        JournalEvent.Artifact artifact = new JournalEvent.Artifact("report.html", 0, 0);
        RecordedKeys scratch = new RecordedKeys();
        for (int i = 0; i < WARM_UP; i++) {
            JournalLine.encode(i, measured);
            JournalLine.encode(i, artifact);
            MetricsTable.lines(observation);
            scratch.value(TrainingSignals.LOSS_D, i);
            scratch.artifact("report.html", i);
        }
    }

    /**
     * Creates or resumes the journal of a run. An unfinished last record is removed. After damage elsewhere nothing can
     * be trusted: that part is moved to a file of its own beside the journal, and a warning is logged.
     *
     * @throws WorkFailed if another process is writing this journal, or the disk is full
     * @throws InvalidInput if the folder cannot be written
     */
    public static Journal open(Path runFolder) {
        try {
            Files.createDirectories(runFolder);
            FolderLock lock = FolderLock.take(lock(runFolder))
                    .orElseThrow(() -> new WorkFailed(
                            runFolder + ": another process is writing this run; try again once it has ended"));
            try {
                return new Journal(runFolder, lock, ExistingJournal.read(runFolder));
            } catch (IOException | RuntimeException | Error e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            if (DiskTrouble.isFull(e)) {
                throw DiskTrouble.writing(runFolder, e);
            }
            throw new InvalidInput(
                    runFolder.toString(), "the run's journal cannot be written here: " + DiskTrouble.reason(e));
        }
    }

    /** Returns the file that is locked while a process writes a run's journal. */
    public static Path lock(Path runFolder) {
        return runFolder.resolve("journal.lock");
    }

    /** Records that a process started or resumed the run. */
    public synchronized void begun(RunRecord run) {
        write(new JournalEvent.Begun(JournalEvent.FORMAT, run));
    }

    /** Records signals of one step, by metric name; NaN and infinities are recorded as they are. */
    public void measured(long step, long millis, Map<String, Double> signals) {
        measured(Observation.of(step, millis, signals));
    }

    /** Records values of one step; NaN and infinities are recorded as they are. */
    public void measured(Observation observation) {
        long begun = System.nanoTime();
        record(observation);
        cost.add(System.nanoTime() - begun);
    }

    private synchronized void record(Observation observation) {
        long step = observation.step();
        SortedMap<String, Double> signals = new TreeMap<>(observation.signals());
        signals.keySet().removeIf(name -> !recorded.value(name, step));
        List<Measurement> measurements = observation.measurements().stream()
                .filter(measurement -> recorded.value(measurement.key(), step))
                .toList();
        if (!signals.isEmpty() || !measurements.isEmpty()) {
            Observation fresh = new Observation(step, observation.millis(), signals, measurements);
            write(JournalEvent.Measured.of(fresh));
            if (!closed) {
                append(table, MetricsTable.lines(fresh));
            }
        }
    }

    /** Records a file in the run's folder; {@code name} is its path there, with slashes. */
    public void artifact(String name, long step, long millis) {
        long begun = System.nanoTime();
        record(name, step, millis);
        cost.add(System.nanoTime() - begun);
    }

    private synchronized void record(String name, long step, long millis) {
        if (recorded.artifact(name, step)) {
            write(new JournalEvent.Artifact(name, step, millis));
        }
    }

    /** Returns the time that recording has cost its callers. */
    public JournalCost cost() {
        return cost;
    }

    /** Records that the run ended. Everything recorded is on the disk when this returns, unless it is {@link #lost}. */
    public void ended(Status status, long millis) {
        synchronized (this) {
            write(new JournalEvent.Ended(status, millis));
        }
        flusher.flush();
    }

    /**
     * Brings everything recorded so far to the disk.
     *
     * @throws WorkFailed if the disk does not take it
     */
    public synchronized void settle() {
        try {
            log.catchUp();
            table.catchUp();
            log.force();
        } catch (IOException e) {
            throw DiskTrouble.writing(folder, e);
        }
        if (lost() > 0) {
            throw new WorkFailed(folder + " lacks " + lost() + " records that could not be written");
        }
    }

    /** Returns the number of records that could not be written. */
    public synchronized long lost() {
        return lost + log.missing();
    }

    private void write(JournalEvent event) {
        if (closed) {
            lost++;
        } else {
            sequence++;
            append(log, JournalLine.encode(sequence, event));
            flusher.written();
        }
    }

    private void append(AppendedFile file, byte[] piece) {
        try {
            file.append(piece);
        } catch (IOException e) {
            reportTrouble(e);
        }
    }

    private synchronized void reportTrouble(IOException trouble) {
        if (!toldOfTrouble) {
            toldOfTrouble = true;
            LOG.warn("{} cannot take all records yet ({}); training continues", folder, DiskTrouble.reason(trouble));
        }
    }

    private void closeFiles() {
        for (Closeable file : new Closeable[] {log, table, lock}) {
            try {
                file.close();
            } catch (IOException e) {
                reportTrouble(e);
            }
        }
    }

    private synchronized void catchUp() {
        try {
            log.catchUp();
            table.catchUp();
        } catch (IOException e) {
            reportTrouble(e);
        }
    }

    /** Writes everything to the disk. Later records are lost. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try {
            catchUp();
        } finally {
            flusher.stop();
            closeFiles();
        }
        if (lost() > 0) {
            LOG.warn("{} lacks {} records that could not be written", folder, lost());
        }
    }
}
