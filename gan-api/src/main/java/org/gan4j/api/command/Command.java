package org.gan4j.api.command;

import org.gan4j.api.part.ExtensionPoint;

/**
 * A subcommand of {@code gan}. A command is a record: its components, each with {@link org.gan4j.api.part.Param}, are its
 * options ({@code int count} becomes {@code --count N}; an option in camel case becomes dashed); everything else on the command
 * line is in {@link Context#arguments}. {@link Usage} says what it is for and gives examples.
 *
 * <p>Results go to standard output through the context, everything else to standard error.
 */
public interface Command {
    ExtensionPoint<Command> POINT =
            ExtensionPoint.several("command", Command.class, "a subcommand of gan", "gan compare ring");

    /**
     * Does the command's work.
     *
     * @return the exit code: 0 fine, 1 the work failed
     * @throws org.gan4j.api.problem.InvalidInput for the user's mistakes, exit code 2
     */
    int run(Context context) throws Exception;
}
