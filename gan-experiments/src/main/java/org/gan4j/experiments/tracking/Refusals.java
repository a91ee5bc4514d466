package org.gan4j.experiments.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.disk.WholeFile;
import org.gan4j.experiments.store.RunFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The records that destinations refuse permanently, each listed once in a file beside the journal. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    static void keep(Path folder, String destination, List<String> refused) throws LocalTrouble {
        Path file = new RunFolder(folder).refused();
        Set<String> kept = new LinkedHashSet<>(listed(file));
        List<String> lines = refused.stream().filter(kept::add).toList();
        if (!lines.isEmpty()) {
            write(file, kept);
            LOG.warn(
                    "{} refuses {} of {}, which are left out and listed in {}: {}",
                    destination,
                    lines.size(),
                    folder.getFileName(),
                    file,
                    lines.get(0));
        }
    }

    private static List<String> listed(Path file) throws LocalTrouble {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw LocalTrouble.reading(file, e);
        }
    }

    private static void write(Path file, Set<String> lines) throws LocalTrouble {
        try {
            WholeFile.write(file, String.join("\n", lines) + "\n");
        } catch (WorkFailed e) {
            throw LocalTrouble.of(e);
        }
    }
}
