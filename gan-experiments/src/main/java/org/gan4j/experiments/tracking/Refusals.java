package org.gan4j.experiments.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gan4j.disk.WholeFile;
import org.gan4j.experiments.store.RunFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The records that destinations refuse permanently, each listed once in a file beside the journal. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    static void keep(Path folder, String destination, List<String> refused) throws IOException {
        Path file = new RunFolder(folder).refused();
        Set<String> kept = new LinkedHashSet<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
        List<String> lines = refused.stream().filter(kept::add).toList();
        if (!lines.isEmpty()) {
            WholeFile.write(file, String.join("\n", kept) + "\n");
            LOG.warn(
                    "{} refuses {} of {}, which are left out and listed in {}: {}",
                    destination,
                    lines.size(),
                    folder.getFileName(),
                    file,
                    lines.get(0));
        }
    }
}
