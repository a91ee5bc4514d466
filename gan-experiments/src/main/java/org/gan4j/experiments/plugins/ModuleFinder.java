package org.gan4j.experiments.plugins;

import com.google.inject.ImplementedBy;
import com.google.inject.Module;
import java.util.Optional;
import org.gan4j.api.problem.Problems;

/** Finds the modules that {@code --module} and the key {@code modules} name. */
@ImplementedBy(ClassPathModules.class)
public interface ModuleFinder {
    /**
     * A new instance of a module.
     *
     * @param className its full class name
     * @param where     where the user named it, for messages
     * @param problems  where mistakes go; if there was one, the result is empty
     */
    Optional<Module> find(String className, String where, Problems problems);
}
