package org.gan4j.experiments.program.cli;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Parameter;
import org.gan4j.binding.RecordBinder;
import org.gan4j.binding.Setting;

/**
 * A record as command-line options: {@code int count} is {@code --count N}, {@code boolean dryRun} the flag
 * {@code --dry-run}, a list may be given by commas or by repeating its option. {@code verbose} and {@code help} have their
 * customary single letters.
 */
record RecordOptions<R>(Class<R> type) {
    /** The record, if it could be built, and the arguments that are none of its options, in their order. */
    record Parsed<R>(Optional<R> record, List<String> rest) {}

    private static final Map<String, String> LETTERS = Map.of("verbose", "v", "help", "h");

    List<Parameter> parameters() {
        return Parameter.of(type);
    }

    /** Builds the record from the options among the arguments; mistakes are added to the problems. */
    Parsed<R> parse(List<String> arguments, Problems problems) {
        int end = arguments.contains("--") ? arguments.indexOf("--") : arguments.size();
        Options options = new Options();
        parameters().forEach(parameter -> options.addOption(option(parameter)));
        CommandLine line;
        try {
            line = DefaultParser.builder()
                    .setAllowPartialMatching(false)
                    .setStripLeadingAndTrailingQuotes(false)
                    .get()
                    .parse(
                            options,
                            null,
                            DefaultParser.NonOptionAction.SKIP,
                            arguments.subList(0, end).toArray(String[]::new));
        } catch (MissingArgumentException e) {
            problems.add("--" + e.getOption().getLongOpt(), "a value is missing");
            return new Parsed<>(Optional.empty(), List.of());
        } catch (ParseException e) {
            problems.add("", String.valueOf(e.getMessage()));
            return new Parsed<>(Optional.empty(), List.of());
        }
        List<String> rest = new ArrayList<>(line.getArgList());
        rest.addAll(arguments.subList(end, arguments.size()));
        return new Parsed<>(bind(line, problems), rest);
    }

    private Optional<R> bind(CommandLine line, Problems problems) {
        int before = problems.list().size();
        Map<String, Setting> given = new LinkedHashMap<>();
        for (Parameter parameter : parameters()) {
            String flag = flag(parameter);
            if (line.hasOption(longName(parameter))) {
                given.put(
                        parameter.name(),
                        setting(parameter, line.getOptionValues(longName(parameter)), flag, problems));
            } else if (parameter.required()) {
                problems.add(
                        flag, "this option is missing: " + parameter.declared().doc());
            }
        }
        return problems.list().size() > before
                ? Optional.empty()
                : RecordBinder.plain().bind(type, "", given, problems);
    }

    private static Setting setting(Parameter parameter, String[] values, String flag, Problems problems) {
        if (isFlag(parameter)) {
            return new Setting.Text("true", flag);
        }
        if (isList(parameter)) {
            List<Setting> items = new ArrayList<>();
            for (String value : values) {
                if (Setting.parse(value, flag) instanceof Setting.Items list) {
                    items.addAll(list.items());
                } else {
                    Setting.splitTopLevel(value).forEach(item -> items.add(Setting.parse(item, flag)));
                }
            }
            return new Setting.Items(items, flag);
        }
        if (values.length > 1) {
            problems.add(flag, "this option is given " + values.length + " times, but takes one value");
        }
        return new Setting.Text(values[0], flag);
    }

    private static Option option(Parameter parameter) {
        return Option.builder(LETTERS.get(parameter.name()))
                .longOpt(longName(parameter))
                .hasArg(!isFlag(parameter))
                .get();
    }

    /** {@code --dry-run}. */
    static String flag(Parameter parameter) {
        return "--" + longName(parameter);
    }

    /** {@code -v, --verbose} or {@code --count N}, as help shows it. */
    static String synopsis(Parameter parameter) {
        String letter = LETTERS.get(parameter.name());
        return (letter == null ? "" : "-" + letter + ", ")
                + flag(parameter)
                + (isFlag(parameter) ? "" : " " + valueName(parameter.type()));
    }

    /** {@code count=N}, as help shows the parameter of a part. */
    static String setting(Parameter parameter) {
        return parameter.name() + "=" + valueName(parameter.type());
    }

    static boolean isFlag(Parameter parameter) {
        return parameter.type() == boolean.class;
    }

    static boolean isList(Parameter parameter) {
        return parameter.type() instanceof ParameterizedType;
    }

    private static String longName(Parameter parameter) {
        return parameter.name().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String valueName(Type type) {
        if (type instanceof ParameterizedType list) {
            return valueName(list.getActualTypeArguments()[0]);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == Path.class) {
            return "PATH";
        }
        boolean text = raw == String.class || raw.isEnum();
        return text ? "TEXT" : "N";
    }

    /** All spellings, for suggestions. */
    List<String> flags() {
        return parameters().stream()
                .flatMap(parameter -> Arrays.stream(synopsis(parameter).split(", | ")))
                .filter(word -> word.startsWith("-"))
                .toList();
    }
}
