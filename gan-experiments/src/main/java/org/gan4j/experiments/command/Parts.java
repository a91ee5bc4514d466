package org.gan4j.experiments.command;

import java.util.List;
import org.gan4j.api.plugin.Contribution;
import org.gan4j.api.plugin.Extensions;
import org.gan4j.api.plugin.Parameter;
import org.gan4j.api.plugin.Setting;
import org.gan4j.api.problem.Problems;

/** Parts of plug-ins seen one by one: their parameters, and whether they can be built. */
final class Parts {
    private Parts() {}

    /** A line for each parameter of a part, or the one that says why they cannot be told. */
    static List<String> parameters(Contribution part) {
        try {
            return Parameter.of(part.type()).stream().map(Parameter::summary).toList();
        } catch (IllegalStateException | LinkageError | TypeNotPresentException e) {
            return List.of("its parameters cannot be told: " + e.getMessage());
        }
    }

    /** Builds a part as it is without any setting, unless it needs one. */
    static void tryDefaults(Extensions extensions, Contribution part, Problems problems) {
        if (!needsSettings(part)) {
            extensions.points().stream()
                    .filter(point -> point.id().equals(part.point()))
                    .forEach(point -> extensions.part(
                            point,
                            part.point(),
                            new Setting.Text(part.name(), part.point() + " " + part.name()),
                            problems));
        }
    }

    private static boolean needsSettings(Contribution part) {
        try {
            return Parameter.of(part.type()).stream().anyMatch(Parameter::required);
        } catch (IllegalStateException | LinkageError | TypeNotPresentException e) {
            // Building it will say so.
            return false;
        }
    }
}
