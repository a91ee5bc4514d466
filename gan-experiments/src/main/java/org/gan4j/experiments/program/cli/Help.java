package org.gan4j.experiments.program.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.command.Usage;
import org.gan4j.api.part.Contribution;
import org.gan4j.binding.Parameter;
import org.gan4j.binding.Setting;

/** Help as text and as a document: from the records' parameters and the commands' {@link Usage}, which say it once. */
final class Help {
    /** One line of a table: what to write, and what it does. */
    private record Entry(String term, String meaning) {}

    private Help() {}

    static List<String> program(List<Contribution> commands) {
        List<String> lines = new ArrayList<>(List.of(
                "gan: generative adversarial nets, compared", "", "Usage: gan COMMAND [argument...] [option...]", ""));
        section(
                lines,
                "Commands",
                commands.stream()
                        .map(command -> new Entry(command.name(), purpose(command)))
                        .toList());
        section(lines, "Options of every command", entries(new RecordOptions<>(CommonOptions.class)));
        lines.add("gan COMMAND --help explains a command and shows examples.");
        return lines;
    }

    /** The id of the extension point whose parts the command's first argument names, or empty. */
    static String point(Contribution command) {
        return usage(command) == null ? "" : usage(command).point();
    }

    /**
     * Returns the help of one command.
     *
     * @param choices the parts that its first argument may name
     */
    static List<String> command(Contribution command, RecordOptions<?> options, List<Contribution> choices) {
        String arguments = usage(command) == null ? "" : usage(command).arguments();
        List<String> lines = new ArrayList<>(List.of("gan " + command.name() + ": " + purpose(command), ""));
        String own = options.parameters().isEmpty() ? "" : " [option...]";
        lines.add("Usage: gan " + command.name() + (arguments.isEmpty() ? "" : " " + arguments) + own);
        lines.add("");
        section(
                lines,
                "What the first argument names",
                choices.stream().flatMap(Help::entries).toList());
        section(lines, "Options", entries(options));
        section(lines, "Options of every command", entries(new RecordOptions<>(CommonOptions.class)));
        if (usage(command) != null && usage(command).examples().length > 0) {
            lines.add("Examples:");
            Stream.of(usage(command).examples()).forEach(example -> lines.add("  " + example));
        }
        return lines;
    }

    static Map<String, ?> document(List<Contribution> commands) {
        return Map.of(
                "commands",
                commands.stream()
                        .map(command -> Map.of("name", command.name(), "purpose", purpose(command)))
                        .toList());
    }

    static Map<String, ?> document(Contribution command, RecordOptions<?> options, List<Contribution> choices) {
        Usage usage = usage(command);
        return Map.of(
                "name", command.name(),
                "purpose", purpose(command),
                "arguments", usage == null ? "" : usage.arguments(),
                "options",
                        options.parameters().stream()
                                .map(parameter -> Map.of(
                                        "name", RecordOptions.flag(parameter),
                                        "type", parameter.typeName(),
                                        "default", parameter.declared().value(),
                                        "doc", parameter.declared().doc()))
                                .toList(),
                "choices",
                        choices.stream()
                                .map(choice -> Map.of("name", choice.name(), "purpose", choice.purpose()))
                                .toList(),
                "examples", usage == null ? List.of() : List.of(usage.examples()));
    }

    private static Usage usage(Contribution command) {
        return command.type().getAnnotation(Usage.class);
    }

    private static String purpose(Contribution command) {
        return usage(command) == null ? command.purpose() : usage(command).value();
    }

    private static List<Entry> entries(RecordOptions<?> options) {
        return options.parameters().stream()
                .map(parameter -> new Entry(RecordOptions.synopsis(parameter), meaning(parameter)))
                .toList();
    }

    /** A part that the first argument may name, and below it the parameters that it takes as {@code key=value}. */
    private static Stream<Entry> entries(Contribution choice) {
        return Stream.concat(
                Stream.of(new Entry(choice.name(), choice.purpose())),
                Parameter.of(choice.type()).stream()
                        .map(parameter -> new Entry("  " + RecordOptions.setting(parameter), meaning(parameter))));
    }

    private static String meaning(Parameter parameter) {
        return parameter.declared().doc() + limits(parameter);
    }

    /** What an option without a value in its help has is an empty text or list, or a flag that is off. */
    private static String limits(Parameter parameter) {
        List<String> limits = new ArrayList<>();
        Class<?> type = parameter.type() instanceof Class<?> raw ? raw : List.class;
        if (type.isEnum()) {
            limits.add(parameter.typeName().replace("|", ", "));
        }
        if (parameter.declared().min() != Double.NEGATIVE_INFINITY) {
            limits.add("at least " + number(parameter.declared().min()));
        }
        if (parameter.declared().max() != Double.POSITIVE_INFINITY) {
            limits.add("at most " + number(parameter.declared().max()));
        }
        if (RecordOptions.isList(parameter)) {
            limits.add("may be repeated");
        }
        if (parameter.required()) {
            limits.add("required");
        } else if (!RecordOptions.isFlag(parameter)
                && !isEmpty(parameter.declared().value())) {
            limits.add("default " + parameter.declared().value());
        }
        return limits.isEmpty() ? "" : " (" + String.join("; ", limits) + ")";
    }

    private static boolean isEmpty(String value) {
        Setting setting = Setting.parse(value, "");
        return setting instanceof Setting.Text text
                ? text.text().isEmpty()
                : ((Setting.Items) setting).items().isEmpty();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static void section(List<String> lines, String title, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        int width = entries.stream()
                .map(entry -> entry.term().length())
                .max(Comparator.naturalOrder())
                .orElse(0);
        lines.add(title + ":");
        entries.forEach(entry ->
                lines.add("  " + entry.term() + " ".repeat(width - entry.term().length()) + "  " + entry.meaning()));
        lines.add("");
    }
}
