package org.gan4j.experiments.program.command.part;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.part.Param;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Nearest;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.Problems;
import org.gan4j.experiments.plugins.PluginLoader;
import org.gan4j.registry.Extensions;
import org.gan4j.registry.Plugin;

/** Lists what plug-ins add, and what is wrong with them, and builds nothing; or writes the project of a new one. */
@Usage(
        value = "lists extension points, contributions and problems of plug-ins; new creates a plug-in project",
        arguments = "[POINT...] | new NAME",
        examples = {
            "gan plugins",
            "gan plugins loss -v",
            "gan plugins --json --plugins my-plugins",
            "gan plugins --check target/my-plugin.jar",
            "gan plugins new soft-hinge"
        })
public record PluginsCommand(
        @Param(value = "''", doc = "a jar, or a folder of jars, to check by itself; exit code 1 if it has a problem")
        Path check,

        @Param(value = "false", doc = "also contracts, classes, jars and parameters")
        boolean verbose,

        @Param(value = "''", doc = "where new puts its project, if not in a folder of its name")
        Path dir)
        implements Command {
    /** A large library lacks hundreds of optional classes; some show what kind they are. */
    private static final int REMARKS = 5;

    @Override
    public int run(Context context) {
        if (!check.toString().isEmpty()) {
            return check(context);
        }
        List<String> arguments = context.arguments();
        if (!arguments.isEmpty() && arguments.get(0).equals("new")) {
            return NewPlugin.run(context, arguments.subList(1, arguments.size()), dir);
        } else if (!dir.toString().isEmpty()) {
            throw new InvalidInput("--dir " + dir, "belongs to new, as in: gan plugins new soft-hinge --dir " + dir);
        }
        Extensions extensions = Extensions.of(context);
        List<ExtensionPoint<?>> points = points(extensions, arguments);
        points.forEach(point -> print(context, point));
        context.result(document(extensions, points, contribution -> true, extensions.problems()));
        return 0;
    }

    /** Checks only what the jar itself contributes, and only its own problems; builds each part that needs no more than its defaults. */
    private int check(Context context) {
        PluginLoader loader = PluginLoader.ofOne(check);
        Extensions extensions = loader.extensions(List.of());
        ClassLoader house = GanModule.class.getClassLoader();
        List<Contribution> own = extensions.points().stream()
                .flatMap(point -> extensions.contributions(point.id()).stream())
                .filter(contribution -> contribution.module().getClassLoader() != house)
                .toList();
        Problems problems = new Problems();
        problems.addAll(extensions.problems());
        own.forEach(one -> PartInspection.tryDefaults(extensions, one, problems));
        own.forEach(one ->
                context.print(one.point() + " " + one.name() + ": " + one.type().getName()));
        problems.list().forEach(problem -> context.print(problem.toString()));
        List<String> remarks = loader.remarks();
        remarks.stream().limit(REMARKS).forEach(remark -> context.print("remark: " + remark));
        if (remarks.size() > REMARKS) {
            context.print("remark: and " + (remarks.size() - REMARKS) + " more of this kind");
        }
        context.print(problems.isEmpty() ? "no problems found" : "the plug-in cannot be used as it is");
        context.result(document(extensions, extensions.points(), own::contains, problems.list()));
        return problems.isEmpty() ? 0 : 1;
    }

    private static List<ExtensionPoint<?>> points(Extensions extensions, List<String> arguments) {
        List<String> known =
                extensions.points().stream().<String>map(ExtensionPoint::id).toList();
        for (String argument : arguments) {
            if (!known.contains(argument)) {
                throw new InvalidInput(argument, "unknown extension point, " + Nearest.hint(argument, known));
            }
        }
        return extensions.points().stream()
                .filter(point -> arguments.isEmpty() || arguments.contains(point.id()))
                .toList();
    }

    private void print(Context context, ExtensionPoint<?> point) {
        List<Contribution> contributions = Extensions.of(context).contributions(point.id());
        context.print(point.id() + ": " + point.purpose());
        if (verbose) {
            context.print("  contract " + point.contract().getName() + ", since " + point.since() + ", for example "
                    + point.example());
        }
        int width = contributions.stream()
                .mapToInt(one -> one.name().length())
                .max()
                .orElse(0);
        for (Contribution one : contributions) {
            String name = one.name() + " ".repeat(width - one.name().length());
            context.print(("    " + name + "  " + purpose(one)).stripTrailing());
            if (verbose) {
                context.print("      " + one.type().getName() + ", from " + origin(Extensions.of(context), one));
                PartInspection.parameters(one).forEach(line -> context.print("        " + line));
            }
        }
    }

    private static String purpose(Contribution contribution) {
        Usage usage = contribution.type().getAnnotation(Usage.class);
        return usage == null ? contribution.purpose() : usage.value();
    }

    private static String origin(Extensions extensions, Contribution contribution) {
        return plugin(extensions, contribution)
                .map(plugin -> plugin.id() + " " + plugin.version()
                        + jar(plugin).map(jar -> " in " + jar).orElse(""))
                .orElse(contribution.module().getName());
    }

    private static Optional<Plugin> plugin(Extensions extensions, Contribution contribution) {
        return extensions.plugins().stream()
                .filter(plugin -> plugin.module().getClass() == contribution.module())
                .findFirst();
    }

    private static Optional<String> jar(Plugin plugin) {
        return plugin.location().map(path -> path.toString());
    }

    private static Map<String, ?> document(
            Extensions extensions,
            List<ExtensionPoint<?>> points,
            Predicate<Contribution> listed,
            List<Problem> problems) {
        return Map.of(
                "points",
                        points.stream()
                                .map(point -> Map.of(
                                        "id", point.id(),
                                        "contract", point.contract().getName(),
                                        "purpose", point.purpose()))
                                .toList(),
                "contributions",
                        points.stream()
                                .flatMap(point -> extensions.contributions(point.id()).stream())
                                .filter(listed)
                                .map(contribution -> describe(extensions, contribution))
                                .toList(),
                "problems", problems(problems));
    }

    private static Map<String, String> describe(Extensions extensions, Contribution contribution) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("point", contribution.point());
        fields.put("name", contribution.name());
        fields.put("class", contribution.type().getName());
        fields.put("plugin", contribution.module().getName());
        Optional<Plugin> plugin = plugin(extensions, contribution);
        fields.put("version", plugin.map(Plugin::version).orElse(""));
        fields.put("jar", plugin.flatMap(PluginsCommand::jar).orElse(""));
        return fields;
    }

    private static List<Map<String, String>> problems(List<Problem> problems) {
        return problems.stream()
                .map(problem -> Map.of("jar", problem.where().replaceFirst("^plugin ", ""), "reason", problem.what()))
                .toList();
    }
}
