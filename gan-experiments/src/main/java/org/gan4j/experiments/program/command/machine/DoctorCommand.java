package org.gan4j.experiments.program.command.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.api.Dataset;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.experiment.Backend;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.Problems;
import org.gan4j.api.run.Check;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.library.data.FileDataset;
import org.gan4j.experiments.library.data.files.Cache;
import org.gan4j.experiments.mlflow.server.ServerCheck;
import org.gan4j.registry.Extensions;

/** Says what of this machine works, and what to do about what does not. */
@Usage(
        value = "checks this machine and suggests a fix for each problem; exit code 1 if there is a problem",
        examples = {"gan doctor", "gan doctor --json"})
public record DoctorCommand() implements Command {
    /** The space that the natives take where they are unpacked, with some room for runs. */
    private static final long ENOUGH = 2_000_000_000L;

    @Override
    public int run(Context context) {
        Map<String, String> environment = System.getenv();
        Extensions extensions = Extensions.of(context);
        List<Check> checks = new ArrayList<>();
        checks.add(java());
        checks.add(plugins(extensions));
        checks.addAll(backends(extensions));
        checks.add(data(extensions, Cache.of(environment)));
        checks.add(ServerCheck.of(environment));
        checks.add(disk("disk for runs", Path.of("").toAbsolutePath(), "go to another folder, or set runs=FOLDER"));
        checks.add(disk("disk for data", Cache.of(environment).root(), "set GAN_DATA to another folder"));
        for (Check check : checks) {
            context.print((check.ok() ? "ok    " : "WRONG ") + check.name() + ": " + check.detail());
            if (!check.ok()) {
                context.print("      " + check.remedy());
            }
        }
        context.result(Map.of("checks", checks));
        return checks.stream().allMatch(Check::ok) ? 0 : 1;
    }

    private static Check java() {
        return Check.fine(
                "java",
                "Java " + Runtime.version() + " of " + System.getProperty("java.vendor") + ", "
                        + gigabytes(Runtime.getRuntime().maxMemory()) + " of memory at most, "
                        + Runtime.getRuntime().availableProcessors() + " processors");
    }

    private static Check plugins(Extensions extensions) {
        List<Problem> problems = extensions.problems();
        return problems.isEmpty()
                ? Check.fine("plug-ins", extensions.plugins().size() + " in use")
                : Check.wrong(
                        "plug-ins",
                        String.join(
                                "; ", problems.stream().map(Problem::toString).toList()),
                        "fix or remove these jars; gan plugins --check JAR checks one");
    }

    private static List<Check> backends(Extensions extensions) {
        List<Contribution> backends = extensions.contributions(Backend.POINT.id());
        if (backends.isEmpty()) {
            return List.of(Check.wrong("backend", "no backend is available", "put gan-tensorflow on the class path"));
        }
        List<Check> checks = new ArrayList<>();
        for (Contribution backend : backends) {
            Problems problems = new Problems();
            extensions
                    .part(Backend.POINT, "backend", new Setting.Text(backend.name(), backend.name()), problems)
                    .map(Part::value)
                    .map(Backend::check)
                    .ifPresent(checks::addAll);
            problems.list()
                    .forEach(problem ->
                            checks.add(Check.wrong(backend.name(), problem.what(), "see gan plugins backend -v")));
        }
        return checks;
    }

    /** Sets that are not there are fetched when they are first used; damaged ones are not used. */
    static Check data(Extensions extensions, Cache cache) {
        if (Files.exists(cache.root()) && !Files.isDirectory(cache.root())) {
            return Check.wrong(
                    "data",
                    cache.root() + " must be the folder for data sets, but is a file",
                    "set GAN_DATA to a folder");
        }
        List<String> states = new ArrayList<>();
        List<String> damaged = new ArrayList<>();
        for (Contribution contribution : extensions.contributions(Dataset.POINT.id())) {
            Setting name = new Setting.Text(contribution.name(), contribution.name());
            extensions
                    .part(Dataset.POINT, "dataset", name, new Problems())
                    .map(Part<Dataset>::value)
                    .filter(FileDataset.class::isInstance)
                    .ifPresent(set -> {
                        Cache.State state =
                                cache.condition(((FileDataset) set).published()).state();
                        states.add(contribution.name() + " " + state.name().toLowerCase(Locale.ROOT));
                        if (state == Cache.State.DAMAGED) {
                            damaged.add(contribution.name());
                        }
                    });
        }
        String detail = cache.root() + (states.isEmpty() ? "" : ": " + String.join(", ", states));
        return damaged.isEmpty()
                ? Check.fine("data", detail)
                : Check.wrong("data", detail, "gan data fetch " + String.join(" ", damaged) + " fetches them anew");
    }

    private static Check disk(String name, Path folder, String remedy) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            long free = Files.getFileStore(existing).getUsableSpace();
            String detail = gigabytes(free) + " free at " + folder;
            return free < ENOUGH
                    ? Check.wrong(
                            name, detail + ", and " + gigabytes(ENOUGH) + " are needed", "free some, or " + remedy)
                    : Check.fine(name, detail);
        } catch (IOException e) {
            return Check.wrong(name, folder + " cannot be inspected: " + e, remedy);
        }
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
