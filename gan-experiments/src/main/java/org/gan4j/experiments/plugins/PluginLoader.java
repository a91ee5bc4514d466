package org.gan4j.experiments.plugins;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.plugin.ClassPath;
import org.gan4j.api.plugin.Extensions;
import org.gan4j.api.problem.Problems;

/** Finds the plug-ins of one start of the program. */
public final class PluginLoader {
    private PluginLoader() {}

    /** A loader over the class path, the program's own folder of plug-ins, and further folders. */
    public static PluginLoader of(List<Path> folders) {
        return new PluginLoader();
    }

    /** Everything that was found, with the named modules' parts in place of every experiment's. */
    public Extensions extensions(List<String> modules) {
        return Extensions.of(ClassPath.plugins(), new Problems().list(), List.of());
    }
}
