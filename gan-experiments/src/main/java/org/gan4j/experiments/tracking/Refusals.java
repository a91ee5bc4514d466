package org.gan4j.experiments.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gan4j.experiments.store.RunFolder;

/** What destinations refuse for good, kept where a person finds it: beside the journal, each thing once. */
final class Refusals {
    private Refusals() {}

    static void keep(Path folder, String destination, List<String> refused) throws IOException {
        Path file = new RunFolder(folder).refused();
        Set<String> lines = new LinkedHashSet<>(refused);
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(lines::remove);
        }
        if (!lines.isEmpty()) {
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            System.err.println("gan: " + destination + " refuses " + lines.size() + " of " + folder.getFileName()
                    + ", which are left out and stand in " + file + ": "
                    + lines.iterator().next());
        }
    }
}
