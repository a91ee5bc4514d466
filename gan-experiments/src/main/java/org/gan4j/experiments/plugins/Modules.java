package org.gan4j.experiments.plugins;

import com.google.inject.Stage;
import com.google.inject.spi.Element;
import com.google.inject.spi.Elements;
import com.google.inject.spi.Message;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.api.plugin.Plugin;
import org.gan4j.api.problem.Problems;

/** Makes the modules that a unit offers as a plug-in; whatever is wrong with one is a line, and stops no other. */
final class Modules {
    private Modules() {}

    /**
     * The plug-ins of a unit.
     *
     * @param named classes that the user named as modules that swap; they need no service entry, and are no plug-ins
     */
    static List<Plugin> of(Unit unit, Set<String> named, Problems problems) {
        List<String> services = unit.services();
        if (services.isEmpty() && named.stream().noneMatch(unit::holds)) {
            refuse(unit, "not a plug-in: it has no " + Unit.SERVICE, problems);
        }
        List<Plugin> plugins = new ArrayList<>();
        for (String className : services) {
            if (!named.contains(className)) {
                make(unit, className, problems).map(Plugin::new).ifPresent(plugins::add);
            }
        }
        return plugins;
    }

    private static Optional<GanModule> make(Unit unit, String className, Problems problems) {
        Optional<String> obstacle = obstacle(unit, className);
        if (obstacle.isPresent()) {
            refuse(unit, obstacle.get(), problems);
            return Optional.empty();
        }
        try {
            Class<?> type = unit.load(className);
            if (!GanModule.class.isAssignableFrom(type)) {
                refuse(unit, className + ", which its service file names, is no GanModule", problems);
                return Optional.empty();
            }
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            GanModule module = (GanModule) constructor.newInstance();
            Optional<Throwable> failure = configureFailure(module);
            failure.ifPresent(cause -> refuse(unit, className + " failed: " + Reason.of(cause), problems));
            return failure.isPresent() ? Optional.empty() : Optional.of(module);
        } catch (NoSuchMethodException e) {
            refuse(unit, className + " has no constructor without arguments", problems);
        } catch (ReflectiveOperationException | LinkageError | AssertionError | StackOverflowError e) {
            refuse(unit, className + " failed: " + Reason.of(e), problems);
        }
        return Optional.empty();
    }

    private static Optional<String> obstacle(Unit unit, String className) {
        if (PluginClassLoader.isShared(className)) {
            return Optional.of("its module " + className + " lies in a package that belongs to the program");
        }
        return unit.holds(className)
                ? Optional.empty()
                : Optional.of("its service file names " + className + ", which is not in the jar");
    }

    private static Optional<Throwable> configureFailure(GanModule module) {
        for (Element element : Elements.getElements(Stage.TOOL, module)) {
            if (element instanceof Message message && message.getCause() != null) {
                return Optional.of(message.getCause());
            }
        }
        return Optional.empty();
    }

    private static void refuse(Unit unit, String reason, Problems problems) {
        problems.add("plugin " + unit.name(), "not loaded: " + reason);
    }
}
