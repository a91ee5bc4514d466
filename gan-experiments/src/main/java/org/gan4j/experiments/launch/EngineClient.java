package org.gan4j.experiments.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.gan4j.api.problem.WorkFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program of an engine.
 *
 * @param command with its arguments
 */
record EngineClient(List<String> command) {
    private static final Logger LOG = LoggerFactory.getLogger(EngineClient.class);

    /**
     * Gives it the job on its standard input, and returns what it answers.
     *
     * @throws WorkFailed if it is not there, or refuses the job
     */
    String submit(String job, Path comparison) throws IOException, InterruptedException {
        Process process = start(new ProcessBuilder(command).redirectErrorStream(true), comparison);
        try (OutputStream in = process.getOutputStream()) {
            in.write(job.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.debug("it ended before it had read the job, and its answer says why: {}", e.getMessage());
        }
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw failed("says: " + answer, comparison);
        }
        return answer;
    }

    /**
     * Passes on what it prints, line by line, until it ends. It ends with this process.
     *
     * @param log receives what it says on standard error
     * @throws WorkFailed if it is not there, or ends with another code than 0
     */
    void follow(Path comparison, Path log, Consumer<String> say) throws IOException, InterruptedException {
        Process process = start(new ProcessBuilder(command).redirectError(log.toFile()), comparison);
        endWithThisProcess(process);
        process.getOutputStream().close();
        process.inputReader(StandardCharsets.UTF_8).lines().forEach(say);
        int code = process.waitFor();
        if (code != 0) {
            throw new WorkFailed(command.get(0) + " ended with code " + code + ", and " + log + " says why; gan resume "
                    + comparison + " runs here what is missing");
        }
    }

    private static void endWithThisProcess(Process process) {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "gan-engine"));
        } catch (IllegalStateException e) {
            // This process ends already.
            process.destroy();
        }
    }

    private Process start(ProcessBuilder builder, Path comparison) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw failed("cannot be started (" + e.getMessage() + ")", comparison);
        }
    }

    private WorkFailed failed(String what, Path comparison) {
        return new WorkFailed(String.join(" ", command) + " " + what
                + "; the comparison is planned and not begun: gan resume " + comparison + " runs it here");
    }
}
