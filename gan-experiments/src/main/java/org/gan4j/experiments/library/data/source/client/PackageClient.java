package org.gan4j.experiments.library.data.source.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.gan4j.experiments.library.data.source.Attempt.Unavailable;

/** Runs the user's own package client, as the user has configured it. */
final class PackageClient {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private PackageClient() {}

    /**
     * Runs a command in a folder to its end.
     *
     * @throws Unavailable if it is not installed, fails, or takes longer than five minutes
     */
    static void run(Path folder, List<String> command) throws Unavailable {
        Path output = folder.resolve("output.txt");
        try {
            Process process = start(folder, command, output);
            if (!finished(process)) {
                throw new Unavailable(command.get(0) + " did not end within " + LIMIT.toMinutes() + " minutes");
            }
            if (process.exitValue() != 0) {
                throw new Unavailable(command.get(0) + " ended with " + process.exitValue() + ": " + tail(output));
            }
        } catch (IOException e) {
            throw new Unavailable("the output of " + command.get(0) + " cannot be kept: " + e, e);
        }
    }

    private static Process start(Path folder, List<String> command, Path output) throws Unavailable {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new Unavailable(command.get(0) + " is not installed", e);
        }
    }

    private static boolean finished(Process process) {
        try {
            if (process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return false;
    }

    private static String tail(Path output) throws IOException {
        List<String> lines =
                Files.readString(output).lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty()
                ? "it printed nothing"
                : lines.stream()
                        .skip(Math.max(0, lines.size() - 3))
                        .map(String::strip)
                        .collect(Collectors.joining(" / "));
    }
}
