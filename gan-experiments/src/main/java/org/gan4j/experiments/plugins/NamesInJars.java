package org.gan4j.experiments.plugins;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.problem.Problem;
import org.gan4j.experiments.plugins.jar.Linkage;
import org.gan4j.registry.UnusedContributors;

/** A plug-in may have brought a part if the name stands in the code of one of its classes. */
record NamesInJars(List<PluginArchive> units) implements UnusedContributors {
    @Override
    public boolean mayBring(Problem trouble, String name) {
        return units.stream()
                .filter(unit -> isOf(trouble, unit))
                .flatMap(unit -> unit.jars().stream())
                .anyMatch(jar -> Linkage.mentions(jar, name));
    }

    /** A line names the unit or, where its module was looked at already, the jar. */
    private static boolean isOf(Problem trouble, PluginArchive unit) {
        return Stream.concat(Stream.of(unit.name()), unit.jars().stream().map(jar -> jar.getFileName()
                        .toString()))
                .anyMatch(name -> trouble.where().equals("plugin " + name));
    }
}
