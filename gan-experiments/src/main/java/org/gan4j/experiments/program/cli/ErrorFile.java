package org.gan4j.experiments.program.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.disk.WholeFile;
import org.gan4j.experiments.net.Redaction;
import org.gan4j.experiments.run.OngoingRun;

/** The file that an internal error leaves for a report: what was called, on what machine, in which run, and where the program
 * failed. */
final class ErrorFile {
    private ErrorFile() {}

    /**
     * Writes the file.
     *
     * @param folder that it is to lie in
     * @return its path; empty if it cannot be written
     */
    static Optional<Path> write(Path folder, Throwable failure, List<String> arguments) {
        try {
            Path file = folder.resolve("gan-error-" + ProcessHandle.current().pid() + ".txt");
            return Optional.of(WholeFile.write(file, text(failure, arguments)));
        } catch (WorkFailed e) {
            return Optional.empty();
        }
    }

    private static String text(Throwable failure, List<String> arguments) {
        return String.join(
                "\n",
                "time: " + Instant.now(),
                "gan: " + Gan.version(),
                "java: " + System.getProperty("java.vendor") + " " + System.getProperty("java.version"),
                "system: " + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                "processors: " + Runtime.getRuntime().availableProcessors() + ", memory: "
                        + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB",
                "folder: " + Path.of("").toAbsolutePath(),
                "run: " + OngoingRun.folder(failure).map(Path::toString).orElse("none was going on"),
                "arguments: " + Redaction.of(arguments.toString()),
                "",
                Redaction.ofTrace(failure));
    }
}
