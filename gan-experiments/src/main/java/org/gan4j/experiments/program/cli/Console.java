package org.gan4j.experiments.program.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gan4j.api.command.Context;
import org.gan4j.registry.Extensions;
import org.jspecify.annotations.Nullable;

/** The context of one command line: results go to {@code out}, all else to {@code err}. Used by one thread. */
final class Console implements Context {
    private final CommonOptions options;
    private final List<String> arguments;
    private final @Nullable Extensions extensions;
    private final PrintStream out;
    private final PrintStream err;
    private boolean documented;

    Console(
            CommonOptions options,
            List<String> arguments,
            @Nullable Extensions extensions,
            PrintStream out,
            PrintStream err) {
        this.options = options;
        this.arguments = List.copyOf(arguments);
        this.extensions = extensions;
        this.out = out;
        this.err = err;
    }

    @Override
    public List<String> arguments() {
        return arguments;
    }

    @Override
    public Extensions parts() {
        return Objects.requireNonNull(extensions);
    }

    @Override
    public boolean json() {
        return options.json();
    }

    @Override
    public boolean quiet() {
        return options.quiet();
    }

    @Override
    public boolean dryRun() {
        return options.dryRun();
    }

    @Override
    public void print(String line) {
        if (!json()) {
            out.println(line);
        }
    }

    @Override
    public void result(Map<String, ?> document) {
        if (documented) {
            throw new IllegalStateException("a command has one result, but this one returned a second");
        }
        documented = true;
        if (json()) {
            out.println(Document.json(document));
        }
    }

    /** Ends the output; with {@code --json}, a command without a result still prints a document. */
    void end() {
        if (!documented) {
            result(Map.of());
        }
    }

    @Override
    public void note(String line) {
        if (!quiet()) {
            err.println(line);
        }
    }
}
