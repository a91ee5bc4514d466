package org.gan4j.api.problem;

import java.io.PrintStream;
import java.util.Map;

/** The stack of a failure, for the one who mends the code: shown where the environment has {@code GAN_DEBUG}. */
public final class Stack {
    private static final String VARIABLE = "GAN_DEBUG";

    private Stack() {}

    /** Prints the stack with all causes if this process was asked to. */
    public static void show(Throwable failure, PrintStream err) {
        show(failure, err, System.getenv());
    }

    static void show(Throwable failure, PrintStream err, Map<String, String> environment) {
        if (environment.containsKey(VARIABLE)) {
            failure.printStackTrace(err);
        }
    }
}
