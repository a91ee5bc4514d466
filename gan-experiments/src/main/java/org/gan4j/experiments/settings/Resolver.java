package org.gan4j.experiments.settings;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Limits;
import org.gan4j.experiments.plugins.ModuleFinder;
import org.gan4j.experiments.settings.experiment.ExperimentFactory;
import org.gan4j.experiments.settings.experiment.PartKeys;
import org.gan4j.experiments.settings.overlay.FlatSettings;
import org.gan4j.experiments.settings.overlay.GridCell;
import org.gan4j.experiments.settings.overlay.Overlay;
import org.gan4j.experiments.settings.overlay.SettingsGrid;
import org.gan4j.experiments.settings.overlay.SharedParameters;
import org.gan4j.registry.Extensions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a recipe's name or a YAML file, with {@code key=value} settings over it, into experiments. Loads nothing native and no
 * data. May be used by several threads.
 */
public final class Resolver {
    private static final Logger LOG = LoggerFactory.getLogger(Resolver.class);

    private final Extensions extensions;
    private final ModuleFinder finder;
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    @Inject
    Resolver(Extensions extensions, ModuleFinder finder) {
        this.extensions = extensions;
        this.finder = finder;
    }

    /**
     * The cells of the grid that the settings describe, in the order in which the last key varies fastest; one, where no key
     * has several values.
     *
     * @param recipeOrFile name of a recipe, or path of a YAML file
     * @param settings     {@code key=value}, over what recipe and file say
     * @throws InvalidInput with all mistakes at once
     */
    public List<Experiment> resolve(String recipeOrFile, List<String> settings) {
        Problems problems = new Problems();
        OverlaySources sources = new OverlaySources(extensions, problems);
        List<Overlay> overlays = new ArrayList<>(List.of(Overlay.defaults()));
        overlays.addAll(sources.read(recipeOrFile));
        Overlay commandLine = Overlay.of(settings, problems);
        List<Overlay> all = new ArrayList<>(overlays);
        all.add(commandLine);
        Extensions swapped = ModuleOverrides.with(extensions, finder, all, problems);
        ModuleOverrides.apply(swapped, overlays, commandLine, problems);
        new Wildcards(swapped, sources.place(recipeOrFile), this::logOnce, problems).expand(all);
        List<GridCell> grid = new SettingsGrid(all).cells(problems);
        // What follows from a file that could not be read is no mistake of its own.
        problems.throwIfAny();
        List<FlatSettings> cells =
                new SharedParameters(cell -> new PartKeys(swapped, cell).all()).assign(grid, problems);
        return build(swapped, sources.place(recipeOrFile), name(recipeOrFile), cells, problems.list());
    }

    /** A comparison at tuned rates resolves the same settings several times. */
    private void logOnce(String sentence) {
        if (logged.add(sentence)) {
            LOG.info(sentence);
        }
    }

    /**
     * The one experiment that the settings describe.
     *
     * @throws InvalidInput also if they describe a grid
     */
    public Experiment resolveOne(String recipeOrFile, List<String> settings) {
        List<Experiment> cells = resolve(recipeOrFile, settings);
        if (cells.size() > 1) {
            throw new InvalidInput(
                    recipeOrFile,
                    "these settings are a grid of " + cells.size() + " experiments, and one is expected here");
        }
        return cells.get(0);
    }

    /** Returns the keys that a recipe or file sets, those of its base included; everything else has its default. */
    public Set<String> keys(String recipeOrFile) {
        Problems problems = new Problems();
        Set<String> keys = new LinkedHashSet<>();
        new OverlaySources(extensions, problems).read(recipeOrFile).forEach(overlay -> keys.addAll(overlay.keys()));
        problems.throwIfAny();
        return keys;
    }

    private static List<Experiment> build(
            Extensions extensions, String origin, String name, List<FlatSettings> cells, List<Problem> found) {
        // Many cells share a mistake.
        Set<Problem> mistakes = new LinkedHashSet<>(found);
        List<Experiment> experiments = new ArrayList<>();
        for (FlatSettings cell : cells) {
            if (mistakes.size() >= Limits.MISTAKES) {
                break;
            }
            Problems problems = new Problems();
            new ExperimentFactory(extensions, origin, name, cell, problems)
                    .experiment()
                    .ifPresent(experiments::add);
            mistakes.addAll(problems.list());
        }
        if (mistakes.size() >= Limits.MISTAKES) {
            throw new InvalidInput(theFirst(mistakes, origin));
        } else if (!mistakes.isEmpty()) {
            throw new InvalidInput(List.copyOf(mistakes));
        }
        return experiments;
    }

    private static List<Problem> theFirst(Set<Problem> mistakes, String origin) {
        Problem rest =
                new Problem(origin, "these are the first " + Limits.MISTAKES + " mistakes; no more were looked for");
        return Stream.concat(mistakes.stream().limit(Limits.MISTAKES), Stream.of(rest))
                .toList();
    }

    /** A recipe's name as it is; a file's without its folder and ending. */
    private static String name(String recipeOrFile) {
        return Path.of(recipeOrFile)
                .getFileName()
                .toString()
                .replaceFirst("\\.ya?ml$", "")
                .replaceAll("[^A-Za-z0-9._-]", "-");
    }
}
