package org.gan4j.experiments.program.cli;

import java.io.PrintStream;
import java.util.List;
import org.gan4j.experiments.plugins.PluginLoader;
import org.gan4j.registry.Extensions;

/** Runs many command lines, and looks only once for what is contributed; for lines that name plug-ins it looks each time. */
public final class ReusedGan {
    private final Extensions found = PluginLoader.of(List.of()).extensions(List.of());

    /** Runs one command line as {@link Gan#run(PrintStream, PrintStream, String...)} does. */
    public int run(PrintStream out, PrintStream err, String... arguments) {
        return Gan.run(
                out,
                err,
                List.of(arguments),
                options -> options.plugins().isEmpty() && options.module().isEmpty()
                        ? found
                        : PluginLoader.of(options.plugins()).extensions(options.module()));
    }
}
