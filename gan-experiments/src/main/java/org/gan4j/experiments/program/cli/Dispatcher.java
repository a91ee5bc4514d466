package org.gan4j.experiments.program.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gan4j.api.command.Command;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Nearest;
import org.gan4j.api.problem.Problems;
import org.gan4j.registry.Extensions;

/** Picks the command, builds its record and runs it; help takes the command's place where it was asked for. */
record Dispatcher(CommonOptions options, Extensions extensions, PrintStream out, PrintStream err) {
    /** {@code gan help COMMAND} is {@code gan COMMAND --help}. */
    private static final String HELP = "help";

    /** An argument such as {@code -1,0,1} begins with a dash and is no option. */
    private static final Pattern NUMBER = Pattern.compile("-[0-9.].*");

    /**
     * Runs what the arguments name.
     *
     * @param arguments the command line without the common options
     * @return the exit code
     */
    int run(List<String> arguments) throws Exception {
        boolean word = !arguments.isEmpty() && arguments.get(0).equals(HELP);
        return word ? run(arguments.subList(1, arguments.size()), true) : run(arguments, options.help());
    }

    private int run(List<String> arguments, boolean help) throws Exception {
        List<Contribution> commands = extensions.contributions(Command.POINT.id());
        if (arguments.isEmpty()) {
            Console console = console(List.of());
            (help ? Help.program(commands) : Introduction.LINES).forEach(console::print);
            console.result(Help.document(commands));
            return 0;
        }
        Contribution command = find(arguments.get(0));
        RecordOptions<?> commandOptions = new RecordOptions<>(command.type());
        if (help) {
            Console console = console(List.of());
            List<Contribution> choices = extensions.contributions(Help.point(command));
            Help.command(command, commandOptions, choices).forEach(console::print);
            console.result(Help.document(command, commandOptions, choices));
            return 0;
        }
        return run(command, commandOptions, arguments.subList(1, arguments.size()));
    }

    private int run(Contribution command, RecordOptions<?> commandOptions, List<String> arguments) throws Exception {
        Problems problems = new Problems();
        RecordOptions.Parsed<?> parsed = commandOptions.parse(arguments, problems);
        List<String> positional = positional(parsed.rest(), commandOptions, problems);
        problems.throwIfAny();
        Object built = command.type().isRecord() ? parsed.record().orElseThrow() : extensions.instance(command.type());
        Console console = console(positional);
        int code = ((Command) built).run(console);
        console.end();
        return code;
    }

    private Console console(List<String> arguments) {
        return new Console(options, arguments, extensions, out, err);
    }

    private Contribution find(String name) {
        if (name.startsWith("-")) {
            throw new InvalidInput(
                    name,
                    "unknown option, " + Nearest.hint(name, new RecordOptions<>(CommonOptions.class).flags())
                            + "; the options of a command come after its name");
        }
        return extensions
                .contribution(Command.POINT, name)
                .orElseThrow(() -> new InvalidInput(name, "unknown command, " + extensions.hint(Command.POINT, name)));
    }

    /** Returns the arguments that no option took; after {@code --} everything is an argument. */
    private static List<String> positional(List<String> rest, RecordOptions<?> commandOptions, Problems problems) {
        int end = rest.contains("--") ? rest.indexOf("--") : rest.size();
        List<String> positional = new ArrayList<>();
        for (String argument : rest.subList(0, end)) {
            if (argument.startsWith("-") && !NUMBER.matcher(argument).matches()) {
                problems.add(argument, unknownOption(argument, commandOptions));
            } else {
                positional.add(argument);
            }
        }
        positional.addAll(rest.subList(Math.min(end + 1, rest.size()), rest.size()));
        return positional;
    }

    private static String unknownOption(String argument, RecordOptions<?> commandOptions) {
        List<String> known = new ArrayList<>(commandOptions.flags());
        known.addAll(new RecordOptions<>(CommonOptions.class).flags());
        String name = argument.replaceFirst("=.*", "");
        return known.contains(name) ? "this option takes no value" : "unknown option, " + Nearest.hint(name, known);
    }
}
