package org.gan4j.examples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.api.command.Command;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.metric.ProbeSignal;
import org.gan4j.api.metric.StateSignal;
import org.gan4j.api.metric.TrainingSignals;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Limits;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.Layers;
import org.gan4j.experiments.program.cli.Gan;
import org.gan4j.experiments.store.signal.RunSignals;
import org.gan4j.registry.Extensions;

/** The parts of pages that are made from the sources, by the names that the pages mark them with. */
final class Generated {
    static final Map<String, Supplier<String>> ALL = Map.of(
            "packages", Generated::packages,
            "arrows", Generated::arrows,
            "options", Generated::options,
            "commands", Generated::commands,
            "limits", Generated::limits,
            "losses", Generated::losses,
            "metrics", Generated::metrics);

    private static final List<String> MODULES = List.of("gan-api", "gan-losses", "gan-tensorflow", "gan-experiments");
    private static final String COMMON = "Options of every command:\n";

    private Generated() {}

    /** The limits of what a user may write. */
    private static String limits() {
        return """
                | what | limit |
                |---|---|
                | characters of a value | %,d |
                | brackets around each other in a value, levels of a YAML file, dots in a key | %,d |
                | bytes of a YAML file | %,d |
                | keys of a YAML file, settings of a command line | %,d |
                | cells of a grid | %,d |
                | mistakes that are looked for in the cells of a grid | %,d |
                """.formatted(
                        Limits.VALUE_LENGTH,
                        Limits.NESTING,
                        Limits.FILE_BYTES,
                        Limits.KEYS,
                        Limits.GRID_CELLS,
                        Limits.MISTAKES);
    }

    /** Each top-level package of gan-experiments with those that it may use, and why. */
    private static String arrows() {
        return "| package | may use |\n|---|---|\n"
                + Layers.TOP_DOWN.stream()
                        .map(layer -> "| `" + layer + "` | " + uses(layer) + " |\n")
                        .collect(Collectors.joining());
    }

    private static String uses(String layer) {
        String uses = Layers.ARROWS.stream()
                .filter(arrow -> arrow.from().equals(layer))
                .map(arrow -> "`" + arrow.to() + "`: " + arrow.reason())
                .collect(Collectors.joining("; "));
        return uses.isEmpty() ? "none" : uses;
    }

    /** Every package with the first sentence of its package-info. */
    private static String packages() {
        return MODULES.stream()
                .map(module -> "| " + module + " | |\n|---|---|\n" + packages(Page.ROOT.resolve(module)))
                .collect(Collectors.joining("\n"));
    }

    private static String packages(Path module) {
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .sorted(Comparator.comparing(Path::getParent))
                    .map(Page::read)
                    .map(text -> "| `" + between(text, "\npackage ", ";") + "` | " + sentence(text) + " |\n")
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sentence(String packageInfo) {
        String words = between(packageInfo, "/**", "*/")
                .replaceAll("\\s+\\*?\\s*", " ")
                .replaceAll("\\{@link ([\\w.]+\\.)?(\\w+)}", "`$2`")
                .replaceAll("\\{@code ([^}]+)}", "`$1`")
                .strip();
        int end = words.indexOf(". ");
        return end < 0 ? words : words.substring(0, end + 1);
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start));
    }

    /** What help says of the options that all commands share. */
    private static String options() {
        return "```\n" + between(help("plugins") + "\0", COMMON, "\n\n") + "\n```\n";
    }

    /** The help of each command, without the options that all share. */
    private static String commands() {
        return Extensions.onClassPath().contributions(Command.POINT.id()).stream()
                .map(Contribution::name)
                .map(name -> "## gan " + name + "\n\n```\n" + withoutCommon(help(name)) + "```\n")
                .collect(Collectors.joining("\n"));
    }

    private static String withoutCommon(String help) {
        int from = help.indexOf(COMMON);
        int to = help.indexOf("\n\n", from) + 2;
        String rest = to < 2 ? "" : help.substring(to);
        return help.substring(0, from) + rest;
    }

    /** What gan losses says of each loss, by family as it lists them. */
    private static String losses() {
        StringBuilder page = new StringBuilder();
        for (String line :
                gan("losses").lines().takeWhile(line -> !line.isEmpty()).toList()) {
            if (!line.startsWith(" ")) {
                page.append("## ").append(line).append("\n\n");
            } else {
                String name = line.strip().split(" ", 2)[0];
                page.append("### ")
                        .append(name)
                        .append("\n\n```\n")
                        .append(gan("losses", name))
                        .append("```\n\n");
            }
        }
        return page.toString().stripTrailing() + "\n";
    }

    /** Everything that a run measures, as it is declared: every how many steps, what it is called, what it is. */
    private static String metrics() {
        StringBuilder table = new StringBuilder("| metric | every | what it is |\n|---|---|---|\n");
        rows(table, "report.every", TrainingSignals.all());
        rows(
                table,
                "eval.every",
                Stream.of(ProbeSignal.values()).map(Generated::probe).toList());
        rows(table, "report.every", List.of(StateSignal.info("NAME")));
        rows(table, "eval.every", RunSignals.alarm());
        rows(table, "on-nan", List.of(RunSignals.rollbacks()));
        Extensions available = Extensions.onClassPath();
        available.contributions(Metric.POINT.id()).stream()
                .map(Contribution::name)
                .map(name -> available
                        .part(Metric.POINT, Metric.POINT.id(), new Setting.Text(name, name), new Problems())
                        .orElseThrow()
                        .value())
                .forEach(metric -> rows(table, metric.costly() ? "costly.every" : "eval.every", metric.info()));
        rows(table, "report.every", RunSignals.time());
        rows(table, "report.every", RunSignals.machine());
        return table.toString();
    }

    private static MetricInfo probe(ProbeSignal signal) {
        return signal.info(signal == ProbeSignal.COSINE ? "A.B" : "LOSS");
    }

    private static void rows(StringBuilder table, String every, List<MetricInfo> infos) {
        infos.forEach(info -> table.append("| `")
                .append(info.name())
                .append("` | `")
                .append(every)
                .append("` | ")
                .append((info.title() + (info.unit().isEmpty() ? "" : ", " + info.unit()) + " "
                                + info.aim().arrow())
                        .strip())
                .append(": ")
                .append(info.meaning().replace("|∂L/∂a|", "abs(∂L/∂a)"))
                .append(" |\n"));
    }

    private static String help(String command) {
        return gan(command, "--help");
    }

    private static String gan(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Gan.run(stream, stream, arguments);
        return out.toString(StandardCharsets.UTF_8);
    }
}
