package org.gan4j.experiments.store.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.api.track.Observation;
import org.gan4j.disk.WholeFile;
import org.gan4j.experiments.store.RunFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The content of a journal before a process resumes it. */
final class ExistingJournal {
    private static final Logger LOG = LoggerFactory.getLogger(ExistingJournal.class);

    private final RecordedKeys recorded = new RecordedKeys();
    private long sequence;
    private long bytes;

    private ExistingJournal() {}

    /**
     * Reads a journal as far as it is sound, writes its values anew into {@code metrics.csv}, and moves the part after
     * damage into a file of its own. The caller holds the run's lock.
     */
    static ExistingJournal read(Path runFolder) throws IOException {
        ExistingJournal existing = new ExistingJournal();
        JournalReader reader = JournalReader.open(runFolder);
        Path csv = new RunFolder(runFolder).metricsCsv();
        WholeFile.write(csv, table -> {
            table.write(MetricsTable.HEADER);
            for (Optional<JournalEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
                existing.add(entry.get(), table);
            }
        });
        if (reader.damage().isPresent()) {
            existing.setAside(runFolder, reader.damage().get());
        }
        return existing;
    }

    private void add(JournalEntry entry, OutputStream table) throws IOException {
        sequence = entry.sequence();
        bytes = entry.end();
        if (entry.event() instanceof JournalEvent.Measured measured) {
            Observation observation = measured.observation();
            observation.values().keySet().forEach(name -> recorded.value(name, observation.step()));
            table.write(MetricsTable.lines(observation));
        } else if (entry.event() instanceof JournalEvent.Artifact artifact) {
            recorded.artifact(artifact.name(), artifact.step());
        }
    }

    private void setAside(Path runFolder, JournalReader.Damage damage) throws IOException {
        Path aside = runFolder.resolve("journal-damaged-at-" + damage.offset() + ".log");
        try (InputStream in = Files.newInputStream(damage.journal())) {
            in.skipNBytes(damage.offset());
            // New records must not take the numbers of lost ones, which trackers may have been sent already.
            WholeFile.write(aside, out -> sequence += Math.max(1, newlines(in, out)));
        }
        LOG.warn("{}; this and all behind it was moved to {}", damage, aside);
    }

    private static long newlines(InputStream in, OutputStream out) throws IOException {
        long lines = 0;
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (int i = 0; i < n; i++) {
                lines += buffer[i] == '\n' ? 1 : 0;
            }
            out.write(buffer, 0, n);
        }
        return lines;
    }

    RecordedKeys recorded() {
        return recorded;
    }

    /** Returns the last sequence number in use; 0 for a new journal. */
    long sequence() {
        return sequence;
    }

    /** Returns the length of the undamaged part. */
    long bytes() {
        return bytes;
    }
}
