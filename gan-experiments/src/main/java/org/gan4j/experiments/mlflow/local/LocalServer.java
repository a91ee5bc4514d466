package org.gan4j.experiments.mlflow.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;

/** MLflow on this machine, with its data beside the runs: one that was there already, or one that ends with this object. */
public final class LocalServer implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int LOG_LINES = 5;
    private static final long GRACE_SECONDS = 5;

    private final String uri;
    private final Optional<Process> process;

    private LocalServer(String uri, Optional<Process> process) {
        this.uri = uri;
        this.process = process;
    }

    /**
     * Finds or starts MLflow, and waits until it answers. Its data are {@code mlflow.db} and {@code mlflow-artifacts}, and what it
     * says is in {@code mlflow.log}.
     *
     * @param runs     the folder with the runs
     * @param patience how long it may take until it answers
     * @param note     hears what takes long
     * @throws InvalidInput if something else listens at the port
     * @throws WorkFailed   if MLflow is not installed, or does not start
     */
    public static LocalServer findOrStart(Path runs, int port, Duration patience, Consumer<String> note) {
        return findOrStart(runs, port, System.getenv(), patience, note);
    }

    static LocalServer findOrStart(
            Path runs, int port, Map<String, String> environment, Duration patience, Consumer<String> note) {
        String uri = "http://127.0.0.1:" + port;
        return switch (ServerProbe.at(uri)) {
            case MLFLOW -> {
                note.accept("MLflow runs at " + uri + " already");
                yield new LocalServer(uri, Optional.empty());
            }
            case SOMETHING_ELSE ->
                throw new InvalidInput(
                        "--port", port + " is taken by a program that is not MLflow; choose another port");
            default -> {
                MlflowProgram program =
                        MlflowProgram.find(environment).orElseThrow(() -> new WorkFailed(MlflowProgram.REMEDY));
                note.accept(
                        "starting MLflow (" + String.join(" ", program.words()) + "), which takes about half a minute");
                yield start(program.server(runs, port), uri, runs, patience);
            }
        };
    }

    private static LocalServer start(List<String> line, String uri, Path runs, Duration patience) {
        Path log = runs.resolve("mlflow.log");
        LocalServer server = new LocalServer(uri, Optional.of(launch(line, runs, log)));
        try {
            server.await(patience, log);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    private static Process launch(List<String> line, Path runs, Path log) {
        try {
            Files.createDirectories(runs);
            ProcessBuilder builder =
                    new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
            // No reports home, and none of the jobs that only language models need.
            builder.environment()
                    .putAll(Map.of(
                            "MLFLOW_DISABLE_TELEMETRY", "true",
                            "DO_NOT_TRACK", "true",
                            "MLFLOW_SERVER_ENABLE_JOB_EXECUTION", "false"));
            builder.environment().remove("MLFLOW_TRACKING_URI");
            return builder.start();
        } catch (IOException e) {
            throw new WorkFailed("MLflow cannot be started: " + e.getMessage(), e);
        }
    }

    private void await(Duration patience, Path log) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (ServerProbe.at(uri) != ServerProbe.MLFLOW) {
            if (!isAlive()) {
                throw new WorkFailed("MLflow ended while it was starting:\n" + lastLines(log));
            }
            if (System.nanoTime() > deadline) {
                throw new WorkFailed("MLflow does not answer after " + patience.toSeconds() + " s:\n" + lastLines(log));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkFailed("interrupted while MLflow was starting", e);
        }
    }

    private static String lastLines(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException | UncheckedIOException e) {
            return "(" + log + " cannot be read)";
        }
    }

    /** The address that people open. Without the hint a new browser is shown the pages for language models. */
    public String page() {
        return uri + "/#/experiments?workflowType=machine_learning";
    }

    /** The address that programs send to. */
    public String uri() {
        return uri;
    }

    /** Returns whether it still runs; one that was there already is not watched. */
    public boolean isAlive() {
        return process.map(Process::isAlive).orElse(true);
    }

    /** Ends the server and the workers it started; not one that was there already. */
    @Override
    public void close() {
        process.ifPresent(LocalServer::end);
    }

    private static void end(Process process) {
        List<ProcessHandle> family = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        family.forEach(ProcessHandle::destroy);
        try {
            process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
