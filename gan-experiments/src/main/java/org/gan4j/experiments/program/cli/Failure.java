package org.gan4j.experiments.program.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.binding.Limits;
import org.gan4j.disk.DiskTrouble;

/**
 * The result of a failed command.
 *
 * @param lines      for the person who must act
 * @param isInternal whether the program itself is at fault
 */
record Failure(int code, List<String> lines, boolean isInternal) {
    /** The work failed. */
    static final int WORK = 1;

    /** The user's input is wrong. */
    static final int INPUT = 2;

    /** The most mistakes that are printed, with a sentence about the rest. */
    private static final int MOST_LINES = Limits.MISTAKES + 1;

    /** The most characters of a line; what a user wrote may be quoted in it. */
    private static final int LONGEST_LINE = 2_000;

    private Failure(int code, List<String> lines) {
        this(code, lines, false);
    }

    static Failure of(Throwable cause) {
        if (cause instanceof InvalidInput invalid) {
            return new Failure(INPUT, lines(invalid.problems()));
        } else if (cause instanceof WorkFailed failed) {
            return new Failure(WORK, List.of(String.valueOf(failed.getMessage())));
        } else if (cause instanceof OutOfMemoryError) {
            return new Failure(
                    WORK, List.of("out of memory: " + cause.getMessage() + "; GAN_OPTS=-Xmx8g gives the program 8 GB"));
        }
        if (cause instanceof UncheckedIOException wrapped && DiskTrouble.isCauseOf(wrapped)) {
            return new Failure(WORK, List.of(line(Objects.requireNonNull(wrapped.getCause()))));
        } else if (cause instanceof IOException trouble && DiskTrouble.isCauseOf(trouble)) {
            return new Failure(WORK, List.of(line(trouble)));
        }
        return new Failure(
                WORK, List.of("internal error: " + cause + " (please report; GAN_DEBUG=1 shows the stack)"), true);
    }

    private static List<String> lines(List<Problem> problems) {
        List<String> lines = new ArrayList<>(
                problems.stream().map(Problem::toString).limit(MOST_LINES).toList());
        if (problems.size() > MOST_LINES) {
            lines.add("and " + (problems.size() - MOST_LINES) + " more mistakes");
        }
        return lines;
    }

    private static String line(IOException trouble) {
        String file = trouble instanceof FileSystemException named ? named.getFile() + ": " : "";
        return file + DiskTrouble.reason(trouble);
    }

    void print(PrintStream err) {
        lines.forEach(line -> print(err, line));
    }

    /** Prints a message as one line, with the program's name in front. */
    static void print(PrintStream err, String message) {
        String line = message.strip().replaceAll("\\s*\\R\\s*", " ");
        int left = line.length() - LONGEST_LINE;
        int half = LONGEST_LINE / 2;
        err.println("gan: "
                + (left <= 0
                        ? line
                        : line.substring(0, half) + " … (" + left + " characters left out) … "
                                + line.substring(half + left)));
    }
}
