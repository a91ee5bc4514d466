package org.gan4j.api.command;

import java.util.List;
import java.util.Map;
import org.gan4j.api.part.AvailableParts;

/** What a command has to work with. */
public interface Context {
    /** The arguments that are no options. */
    List<String> arguments();

    /** The parts that are available: contributed by name, or bound by a module. */
    AvailableParts parts();

    boolean json();

    boolean quiet();

    boolean dryRun();

    /** A line of the result, on standard output; nothing with {@code --json}. */
    void print(String line);

    /** The result as a document, on standard output; nothing without {@code --json}. Non-finite numbers become null. */
    void result(Map<String, ?> document);

    /** A remark on standard error; nothing with {@code --quiet}. */
    void note(String line);
}
