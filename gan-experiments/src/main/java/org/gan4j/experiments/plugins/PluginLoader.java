package org.gan4j.experiments.plugins;

import com.google.inject.Module;
import com.google.inject.multibindings.OptionalBinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.Problems;
import org.gan4j.registry.ClassPath;
import org.gan4j.registry.Extensions;
import org.gan4j.registry.Plugin;
import org.gan4j.registry.UnusedContributors;

/**
 * The plug-ins of one start of the program: those of the class path, and units that lie in folders, {@code NAME.jar} or
 * {@code NAME/*.jar}. A unit that cannot be used is a line among the problems and stops no other.
 */
public final class PluginLoader {
    private static final String JAR = ".jar";

    private final List<PluginArchive> units;
    private final List<Problem> problems;

    /** True if this loader does not report problems of the class path. */
    private final boolean single;

    private PluginLoader(List<PluginArchive> units, List<Problem> problems, boolean single) {
        this.single = single;
        this.units = List.copyOf(units);
        this.problems = List.copyOf(problems);
    }

    /**
     * A loader over the class path, {@code plugins/} of the program's home, and further folders.
     *
     * @throws InvalidInput if a folder does not exist
     */
    public static PluginLoader of(List<Path> folders) {
        Problems wrong = new Problems();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                wrong.add(
                        "--plugins " + folder,
                        Files.exists(folder) ? "is a file; name the folder it lies in" : "there is no such folder");
            }
        }
        wrong.throwIfAny();
        Set<Path> all = new LinkedHashSet<>();
        home().ifPresent(all::add);
        folders.forEach(folder -> all.add(real(folder)));
        Problems problems = new Problems();
        List<PluginArchive> units = new ArrayList<>();
        all.forEach(folder -> list(folder).forEach(path -> open(path, problems).ifPresent(units::add)));
        folders.stream().filter(folder -> !holdsJars(folder)).forEach(folder -> reportBare(folder, problems));
        return new PluginLoader(units, problems.list(), false);
    }

    private static boolean holdsJars(Path folder) {
        return list(folder).stream()
                .anyMatch(path -> isJar(path)
                        || Files.isDirectory(path) && list(path).stream().anyMatch(PluginLoader::isJar));
    }

    private static void reportBare(Path folder, Problems problems) {
        List<Path> files = walk(folder);
        long classes = files.stream()
                .filter(file -> file.toString().endsWith(".class"))
                .count();
        String found = files.isEmpty()
                ? "it is empty"
                : files.size() + " files" + (classes == 0 ? "" : ", " + classes + " of them classes,") + " and no jar";
        String remedy =
                classes == 0 ? "" : "; jar --create --file NAME.jar -C " + folder + " . makes one of the classes";
        problems.add(
                "--plugins " + folder,
                "nothing is loaded from there: " + found + "; expected NAME.jar or NAME/*.jar" + remedy);
    }

    private static List<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A loader over the class path and one jar, or one folder of jars.
     *
     * @throws InvalidInput if there is none
     */
    public static PluginLoader ofOne(Path jar) {
        if (!Files.exists(jar)) {
            throw new InvalidInput(jar.toString(), "there is no such jar");
        }
        Problems problems = new Problems();
        List<PluginArchive> units = open(real(jar), problems).stream().toList();
        if (units.isEmpty() && problems.isEmpty()) {
            throw new InvalidInput(jar.toString(), "is neither a jar nor a folder of jars");
        }
        return new PluginLoader(units, problems.list(), true);
    }

    /**
     * Everything that was found, with the named modules' parts in place of every experiment's.
     *
     * @param modules class names as given with {@code --module}
     * @throws InvalidInput if one of them cannot be found or made, changes no part, or changes the same as another
     */
    public Extensions extensions(List<String> modules) {
        Problems found = new Problems();
        found.addAll(problems);
        Set<String> named = new HashSet<>(modules);
        List<Plugin> plugins = new ArrayList<>(ClassPath.plugins(single ? new Problems() : found));
        plugins.removeIf(plugin -> named.contains(plugin.id()));
        units.forEach(unit -> Modules.of(unit, named, found).forEach(plugin -> add(plugin, unit, plugins, found)));
        ModuleFinder finder = new ModuleSearch(units);
        return Extensions.of(plugins, found.list(), swaps(finder, modules), binder -> {
            binder.bind(ModuleFinder.class).toInstance(finder);
            OptionalBinder.newOptionalBinder(binder, UnusedContributors.class)
                    .setBinding()
                    .toInstance(new NamesInJars(units));
        });
    }

    /** The same module twice is a plug-in in two versions, and none of its names twice. */
    private static void add(Plugin plugin, PluginArchive unit, List<Plugin> plugins, Problems problems) {
        Optional<Plugin> earlier =
                plugins.stream().filter(other -> other.id().equals(plugin.id())).findFirst();
        if (earlier.isEmpty()) {
            plugins.add(plugin);
            return;
        }
        problems.add(
                "plugin " + unit.name(),
                "not loaded: its module " + plugin.id() + " is in "
                        + earlier.get().location().map(Path::toString).orElse("the class path")
                        + " too; remove one of the two");
    }

    /** Returns remarks on the jars; a jar with remarks may still work. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        for (PluginArchive unit : units) {
            try {
                remarks.addAll(Inspection.remarks(unit, unit.services()));
            } catch (IOException e) {
                // A file that cannot be read is among the problems.
                return remarks;
            }
        }
        return remarks;
    }

    private static List<Module> swaps(ModuleFinder finder, List<String> modules) {
        Problems wrong = new Problems();
        List<Module> swaps = modules.stream()
                .distinct()
                .flatMap(module -> finder.find(module, "--module " + module, wrong).stream())
                .toList();
        wrong.throwIfAny();
        return swaps;
    }

    private static Optional<Path> home() {
        return Optional.ofNullable(System.getProperty("gan.home"))
                .map(home -> Path.of(home, "plugins"))
                .filter(Files::isDirectory)
                .map(PluginLoader::real);
    }

    /** Opens a path as a plug-in; empty, without a problem, for what is none, such as a text file. */
    private static Optional<PluginArchive> open(Path path, Problems problems) {
        String name = path.getFileName().toString();
        if (Files.isDirectory(path)) {
            List<Path> jars = list(path).stream().filter(PluginLoader::isJar).toList();
            return jars.isEmpty() ? Optional.empty() : PluginArchive.open(name, jars, problems);
        }
        return isJar(path) ? PluginArchive.open(name, List.of(path), problems) : Optional.empty();
    }

    private static boolean isJar(Path path) {
        return path.toString().endsWith(JAR) && Files.isRegularFile(path);
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
