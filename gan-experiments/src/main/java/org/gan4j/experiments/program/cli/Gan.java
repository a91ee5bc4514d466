package org.gan4j.experiments.program.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.problem.Problems;
import org.gan4j.disk.DiskFault;
import org.gan4j.experiments.plugins.PluginLoader;
import org.gan4j.registry.Extensions;

/**
 * The program. Finds the command that the command line names among the contributions of {@link ExtensionPoint#COMMAND},
 * builds its record from the options, and runs it.
 *
 * <p>Exit code: 0 fine; 1 the work failed; 2 the user's input is wrong.
 */
public final class Gan {
    private Gan() {}

    public static void main(String... arguments) {
        DiskFault.provoke(System.getenv().getOrDefault(DiskFault.VARIABLE, ""));
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        // Standard output belongs to results; what a library prints on its own must not get between them.
        System.setOut(err);
        int code = run(out, err, arguments);
        out.flush();
        err.flush();
        // Ends also what libraries leave running.
        System.exit(code);
    }

    /** UTF-8 whatever the locale. A reader that goes away early, such as {@code head}, is no error. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), true, StandardCharsets.UTF_8);
    }

    /**
     * Runs one command line, as {@link #main} does, without ending the JVM.
     *
     * @return the exit code
     */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        return run(out, err, List.of(arguments), options -> PluginLoader.of(options.plugins())
                .extensions(options.module()));
    }

    /** Runs a command, with another way to find what is contributed. */
    static int run(
            PrintStream out, PrintStream err, List<String> arguments, Function<CommonOptions, Extensions> finder) {
        try {
            return dispatch(out, err, arguments, finder);
        } catch (Exception | Error e) {
            Failure failure = Failure.of(e);
            failure.print(err);
            if (failure.isInternal()) {
                Path folder = Path.of(System.getProperty("java.io.tmpdir"));
                ErrorFile.write(folder, e, arguments)
                        .ifPresent(file -> Failure.print(err, "what a report needs stands in " + file));
            }
            StackTrace.show(e, err);
            return failure.code();
        }
    }

    private static int dispatch(
            PrintStream out, PrintStream err, List<String> arguments, Function<CommonOptions, Extensions> finder)
            throws Exception {
        Problems problems = new Problems();
        RecordOptions.Parsed<CommonOptions> common =
                new RecordOptions<>(CommonOptions.class).parse(arguments, problems);
        problems.throwIfAny();
        CommonOptions options = common.record().orElseThrow();
        if (options.version()) {
            Console console = new Console(options, List.of(), null, out, err);
            console.print("gan " + version());
            console.result(Map.of("version", version()));
            return 0;
        }
        Extensions extensions = finder.apply(options);
        if (!options.quiet()) {
            extensions.problems().forEach(problem -> Failure.print(err, problem.toString()));
        }
        return new Dispatcher(options, extensions, out, err).run(common.rest());
    }

    static String version() {
        String version = Gan.class.getPackage().getImplementationVersion();
        return version == null ? "unversioned" : version;
    }
}
