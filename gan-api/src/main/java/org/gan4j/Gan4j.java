package org.gan4j;

import org.gan4j.api.experiment.ExperimentRunner;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.registry.Extensions;

/** The way into gan4j for Java programs. */
public final class Gan4j {
    private Gan4j() {}

    /**
     * Returns a runner over all plug-ins of the class path, in which the given modules override parts: a module that
     * binds {@code Prior} puts its prior in place of every experiment's.
     *
     * @throws org.gan4j.api.problem.InvalidInput if a module changes no part, or two change the same
     */
    public static ExperimentRunner runner(GanModule... modules) {
        return Extensions.onClassPath(modules).instance(ExperimentRunner.class);
    }
}
