package org.gan4j.experiments.program.cli;

import java.io.PrintStream;
import java.util.List;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.WorkFailed;

/** The result of a failed command: lines for the person who must act, and an exit code. */
record Failure(int code, List<String> lines) {
    /** The work failed. */
    static final int WORK = 1;

    /** The user's input is wrong. */
    static final int INPUT = 2;

    static Failure of(Throwable cause) {
        if (cause instanceof InvalidInput invalid) {
            return new Failure(
                    INPUT, invalid.problems().stream().map(Problem::toString).toList());
        } else if (cause instanceof WorkFailed failed) {
            return new Failure(WORK, List.of(String.valueOf(failed.getMessage())));
        } else if (cause instanceof OutOfMemoryError) {
            return new Failure(
                    WORK, List.of("out of memory: " + cause.getMessage() + "; GAN_OPTS=-Xmx8g gives the program 8 GB"));
        }
        return new Failure(WORK, List.of("internal error: " + cause + " (please report; GAN_DEBUG=1 shows the stack)"));
    }

    void print(PrintStream err) {
        lines.forEach(line -> print(err, line));
    }

    /** Prints a message as one line, with the program's name in front. */
    static void print(PrintStream err, String message) {
        err.println("gan: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
    }
}
