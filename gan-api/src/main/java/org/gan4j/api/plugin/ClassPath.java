package org.gan4j.api.plugin;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** Modules that the class path names as services. */
public final class ClassPath {
    private ClassPath() {}

    /** Every module found, the house's first, otherwise by name. */
    public static List<Plugin> plugins() {
        return ServiceLoader.load(GanModule.class, GanModule.class.getClassLoader()).stream()
                .map(provider -> new Plugin(provider.get()))
                .sorted(Comparator.comparing((Plugin plugin) -> !plugin.id().startsWith("org.gan4j."))
                        .thenComparing(Plugin::id))
                .toList();
    }
}
