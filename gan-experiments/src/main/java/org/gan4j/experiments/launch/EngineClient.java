package org.gan4j.experiments.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.problem.WorkFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program of an engine that takes a job on its standard input.
 *
 * @param command with its arguments
 */
record EngineClient(List<String> command) {
    private static final Logger LOG = LoggerFactory.getLogger(EngineClient.class);

    /**
     * Gives it the job, and returns what it answers.
     *
     * @throws WorkFailed if it is not there, or refuses the job
     */
    String submit(String job, Path comparison) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw failed("cannot be started (" + e.getMessage() + ")", comparison);
        }
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

    private WorkFailed failed(String what, Path comparison) {
        return new WorkFailed(String.join(" ", command) + " " + what
                + "; the comparison is planned and not begun: gan resume " + comparison + " runs it here");
    }
}
