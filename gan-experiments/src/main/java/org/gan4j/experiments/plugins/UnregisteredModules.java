package org.gan4j.experiments.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gan4j.experiments.plugins.jar.Linkage;

/** Jars without a service file: some hold modules that are meant to be named by the user, others were put together wrongly. */
final class UnregisteredModules {
    /** Types of the methods of GanModule that add parts or points: a module that calls one wants to be a plug-in. */
    private static final Set<String> CONTRIBUTING = Set.of(
            "(Ljava/lang/String;Ljava/lang/Class;)V",
            "([Ljava/lang/String;)V",
            "(Lorg/gan4j/api/part/ExtensionPoint;Ljava/lang/String;Ljava/lang/Class;)V",
            "(Lorg/gan4j/api/part/ExtensionPoint;)V");

    private UnregisteredModules() {}

    /** Returns what is wrong with the unit; nothing if it holds modules, and none of them adds parts by name. */
    static Optional<String> fault(PluginArchive unit) throws IOException {
        List<String> modules = unit.modules();
        if (modules.isEmpty()) {
            return Optional.of("it is not a plug-in: it lacks " + PluginArchive.SERVICE
                    + "; put a library and the plug-in that needs it into one folder plugins/NAME/");
        }
        for (Path jar : unit.jars()) {
            for (Linkage.Entry entry : Linkage.read(jar, modules::contains)) {
                if (entry.file().types().stream().anyMatch(CONTRIBUTING::contains)) {
                    return Optional.of("its module " + entry.name() + " adds parts, but the jar lacks "
                            + PluginArchive.SERVICE + "; add that file, with the module's name as its line");
                }
            }
        }
        return Optional.empty();
    }
}
