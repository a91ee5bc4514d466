package org.gan4j.experiments.program.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.disk.WholeFile;
import org.gan4j.experiments.net.Redaction;

/** The file that an internal error leaves for a report: what was called, on what machine, and where the program failed. */
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
            return Optional.of(WholeFile.write(file, Redaction.of(text(failure, arguments))));
        } catch (WorkFailed e) {
            return Optional.empty();
        }
    }

    private static String text(Throwable failure, List<String> arguments) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        out.println("time: " + Instant.now());
        out.println("gan: " + Gan.version());
        out.println("java: " + System.getProperty("java.vendor") + " " + System.getProperty("java.version"));
        out.println("system: " + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch"));
        out.println("processors: " + Runtime.getRuntime().availableProcessors() + ", memory: "
                + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB");
        out.println("folder: " + Path.of("").toAbsolutePath());
        out.println("arguments: " + arguments);
        out.println();
        failure.printStackTrace(out);
        out.flush();
        return text.toString();
    }
}
