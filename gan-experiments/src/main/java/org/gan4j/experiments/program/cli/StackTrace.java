package org.gan4j.experiments.program.cli;

import java.io.PrintStream;
import java.util.Map;

/** The stack trace of a failure, for whoever fixes the code: shown where the environment has {@code GAN_DEBUG}. */
final class StackTrace {
    private static final String VARIABLE = "GAN_DEBUG";

    private StackTrace() {}

    /** Prints the stack with all causes if this process was asked to. */
    static void show(Throwable failure, PrintStream err) {
        show(failure, err, System.getenv());
    }

    static void show(Throwable failure, PrintStream err, Map<String, String> environment) {
        if (environment.containsKey(VARIABLE)) {
            failure.printStackTrace(err);
        }
    }
}
