package org.gan4j.experiments.program.command.part;

import java.util.List;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.part.TextPart;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Parameter;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.settings.fit.PartShapes;
import org.gan4j.registry.Extensions;

/** Parts of plug-ins seen one by one: their parameters, and whether they can be built. */
final class PartInspection {
    private PartInspection() {}

    /** A line for each parameter of a part, or the one that says why they cannot be told. */
    static List<String> parameters(Contribution part) {
        try {
            return Parameter.of(part.type()).stream().map(Parameter::summary).toList();
        } catch (IllegalStateException | LinkageError | TypeNotPresentException e) {
            return List.of("its parameters cannot be read: " + e.getMessage());
        }
    }

    /** Builds a part as it is without any setting, unless it needs one, and runs it over shapes. */
    static void tryDefaults(Extensions extensions, Contribution part, Problems problems) {
        try {
            part.text().ifPresent(TextPart::text);
        } catch (InvalidInput e) {
            problems.addAll(e.problems());
            return;
        }
        if (required(part).isEmpty()) {
            String place = part.point() + " " + part.name();
            extensions.points().stream()
                    .filter(point -> point.id().equals(part.point()))
                    .flatMap(point ->
                            extensions
                                    .part(point, part.point(), new Setting.Text(part.name(), place), problems)
                                    .stream())
                    .flatMap(built -> PartShapes.fault(built.value()).stream())
                    .forEach(fault -> problems.add(place, fault));
        }
    }

    /** The parameters without which a part cannot be built. */
    static List<String> required(Contribution part) {
        try {
            return Parameter.of(part.type()).stream()
                    .filter(Parameter::required)
                    .map(Parameter::name)
                    .toList();
        } catch (IllegalStateException | LinkageError | TypeNotPresentException e) {
            // Building it will say so.
            return List.of();
        }
    }
}
