package org.gan4j.experiments.plugins;

import com.google.inject.Stage;
import com.google.inject.spi.Element;
import com.google.inject.spi.Elements;
import com.google.inject.spi.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.api.problem.Problems;
import org.gan4j.registry.Plugin;

/** Makes the modules that a unit offers as a plug-in; whatever is wrong with one is a line, and stops no other. */
final class Modules {
    private static final String TELL_AUTHOR = "; its author must fix this";

    private Modules() {}

    /**
     * The plug-ins of a unit.
     *
     * @param named classes that the user named as modules that swap; they need no service entry, and are no plug-ins
     */
    static List<Plugin> of(PluginArchive unit, Set<String> named, Problems problems) {
        List<Plugin> plugins = new ArrayList<>();
        try {
            List<String> services = unit.services();
            List<String> modules =
                    services.stream().filter(name -> !named.contains(name)).toList();
            Optional<String> fault = services.isEmpty() && named.stream().noneMatch(unit::holds)
                    ? UnregisteredModules.fault(unit)
                    : obstacle(unit, modules);
            fault.ifPresent(reason -> refuse(unit, reason, problems));
            if (fault.isEmpty()) {
                modules.forEach(
                        name -> make(unit, name, problems).map(Plugin::new).ifPresent(plugins::add));
            }
        } catch (IOException | UncheckedIOException e) {
            refuse(unit, "it cannot be read: " + e.getMessage() + "; build it again, or download it again", problems);
        }
        return plugins;
    }

    private static Optional<String> obstacle(PluginArchive unit, List<String> modules) {
        return modules.stream()
                .map(name -> misplaced(unit, name))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> modules.isEmpty() ? Optional.empty() : Inspection.fault(unit, modules));
    }

    private static Optional<String> misplaced(PluginArchive unit, String className) {
        if (PluginClassLoader.isShared(className)) {
            return Optional.of("its module " + className
                    + " lies in a package that belongs to the program; its author must choose another");
        }
        return unit.holds(className)
                ? Optional.empty()
                : Optional.of("its service file names " + className
                        + ", which is not in the jar; build it again with that class, or correct "
                        + PluginArchive.SERVICE);
    }

    private static Optional<GanModule> make(PluginArchive unit, String className, Problems problems) {
        try {
            Class<?> type = unit.load(className);
            if (!GanModule.class.isAssignableFrom(type)) {
                refuse(
                        unit,
                        className + ", which its service file names, is not a GanModule; let it extend "
                                + GanModule.class.getName() + ", or name another class",
                        problems);
                return Optional.empty();
            }
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            GanModule module = (GanModule) constructor.newInstance();
            Optional<Throwable> failure = configureFailure(module);
            failure.ifPresent(cause -> refuse(
                    unit, className + " fails in configure(): " + FailureText.of(cause) + TELL_AUTHOR, problems));
            return failure.isPresent() ? Optional.empty() : Optional.of(module);
        } catch (NoSuchMethodException e) {
            refuse(unit, className + " has no constructor without arguments; its author must add one", problems);
        } catch (ReflectiveOperationException | RuntimeException e) {
            refuse(unit, className + " cannot be created: " + FailureText.of(e) + TELL_AUTHOR, problems);
        } catch (LinkageError e) {
            refuse(unit, className + " cannot be loaded: " + FailureText.of(e), problems);
        }
        return Optional.empty();
    }

    private static Optional<Throwable> configureFailure(GanModule module) {
        try {
            for (Element element : Elements.getElements(Stage.TOOL, module)) {
                if (element instanceof Message message && message.getCause() != null) {
                    return Optional.of(message.getCause());
                }
            }
            return Optional.empty();
        } catch (LinkageError | AssertionError | StackOverflowError e) {
            return Optional.of(e);
        }
    }

    private static void refuse(PluginArchive unit, String reason, Problems problems) {
        problems.add("plugin " + unit.name(), "not loaded: " + reason);
    }
}
