package org.gan4j.api.command;

import java.util.List;
import java.util.Map;
import org.gan4j.api.part.AvailableParts;

/** The arguments, parts and output of a command. */
public interface Context {
    /** The arguments that are not options. */
    List<String> arguments();

    /** The parts that are available: contributed by name, or bound by a module. */
    AvailableParts parts();

    boolean json();

    boolean quiet();

    boolean dryRun();

    /** Prints a line of the result on standard output; prints nothing with {@code --json}. */
    void print(String line);

    /**
     * Prints the result as a document on standard output; prints nothing without {@code --json}. Non-finite numbers
     * become null.
     */
    void result(Map<String, ?> document);

    /** Prints a remark on standard error; prints nothing with {@code --quiet}. */
    void note(String line);
}
