package org.gan4j.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.api.problem.Problems;

/** Modules that the class path names as services. */
public final class ClassPath {
    private ClassPath() {}

    /**
     * Returns every module found: the built-in ones first, otherwise by name.
     *
     * @param problems gets a line for every service that cannot be used
     */
    public static List<Plugin> plugins(Problems problems) {
        return plugins(GanModule.class.getClassLoader(), problems);
    }

    static List<Plugin> plugins(ClassLoader loader, Problems problems) {
        Iterator<GanModule> modules =
                ServiceLoader.load(GanModule.class, loader).iterator();
        List<Plugin> plugins = new ArrayList<>();
        String last = "";
        while (true) {
            try {
                if (!modules.hasNext()) {
                    break;
                }
                plugins.add(new Plugin(modules.next()));
            } catch (ServiceConfigurationError | LinkageError e) {
                String reason = reason(e);
                if (reason.equals(last)) {
                    // Not the next service but the search itself fails, and would again.
                    break;
                }
                last = reason;
                problems.add("class path", reason);
            }
        }
        plugins.sort(Comparator.comparing((Plugin plugin) -> !plugin.id().startsWith("org.gan4j."))
                .thenComparing(Plugin::id));
        return List.copyOf(plugins);
    }

    private static String reason(Error e) {
        String cause = Optional.ofNullable(e.getCause())
                .map(inner -> ": " + inner)
                .orElse("")
                .replace('\n', ' ');
        return "a service file does not fit: " + (e instanceof LinkageError ? e.toString() : e.getMessage()) + cause
                + "; correct META-INF/services/" + GanModule.class.getName() + ", or what it names";
    }
}
